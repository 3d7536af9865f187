import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { download } from '../parts/download.js';
import { EmailViews, HtmlFrame, PlainText } from '../parts/email-views.js';
import { Facts } from '../parts/facts.js';
import { text } from '../text/text.js';
import type { EmailBodyQuery } from './emails.generated.js';
import { EmailBodyDocument } from './emails.generated.js';

const words = text.emails;
type Read = NonNullable<NonNullable<EmailBodyQuery['email']>['content']>;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);

const Shown = ({ content: { html, text: plain, headers, attachments } }: { content: Read }) => (
  <Stack gap="sm">
    <EmailViews label={words.content} views={[
      ...(html === null ? [] : [{ label: words.html, shown: <HtmlFrame html={html} /> }]), ...(plain === null ? [] : [{ label: words.plain, shown: <PlainText>{plain}</PlainText> }]),
      ...(headers.length === 0 ? [] : [{ label: words.headers, shown: <Facts of={headers.map(({ name, value }) => [name, value])} /> }]),
    ]} />
    {attachments.length > 0 && (
      <List size="sm" aria-label={words.attachments} listStyleType="none" spacing={4}>
        {attachments.map(({ fileName, contentType, sizeBytes, content: bytes }) => (
          <List.Item key={fileName}>
            <Group gap="xs">
              <Button size="compact-xs" variant="default" aria-label={`${words.download}: ${fileName}`} onClick={() => download(fileName, new Blob([bytesOf(bytes)], { type: 'application/octet-stream' }))}>{words.download}</Button>
              <Text size="sm">{fileName} <Text span c="dimmed" inherit>{contentType}, {words.bytes(sizeBytes)}</Text></Text>
            </Group>
          </List.Item>
        ))}
      </List>
    )}
  </Stack>
);

/** What the email says; read only when somebody asks, since that is written to the audit. */
export const Content = ({ id, purged }: { id: string; purged: boolean }) => {
  const client = useClient();
  const [read, setRead] = useState<EmailBodyQuery['email'] | null | undefined>(undefined);
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (purged) return <Text size="sm" c="dimmed">{words.contentPurged}</Text>;
  const ask = async (): Promise<void> => {
    setReading(true);
    const { data, error } = await client.query(EmailBodyDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
    setReading(false);
    setFault(error === undefined ? null : error.graphQLErrors[0]?.message ?? text.reach.lost);
    setRead(data?.email);
  };
  if (read?.content) return <Shown content={read.content} />;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">{read === undefined ? words.readContentWhat : words.noContent}</Text>
      {fault !== null && <Text size="sm" role="alert" c="var(--mantine-color-error)">{fault}</Text>}
      <Button variant="default" size="xs" loading={reading} onClick={() => { void ask(); }}>{words.readContent}</Button>
    </Stack>
  );
};
