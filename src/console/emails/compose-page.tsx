import { Button, FileButton, Group, List, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useAreaChoices } from '../choices/use-choices.js';
import { faultAt, Faults } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { text } from '../text/text.js';
import { addressList } from './addresses.js';
import { SendOneDocument } from './emails.generated.js';
import type { Uploaded } from './upload.js';
import { upload } from './upload.js';

const words = text.emails;
const PRIORITIES = ['HIGH', 'NORMAL', 'LOW'] as const;
const BLANK = { to: '', cc: '', bcc: '', from: '', subject: '', text: '', area: '', sendAt: '', priority: 'NORMAL' as (typeof PRIORITIES)[number] };
const SHOWN = ['to', 'cc', 'bcc', 'from', 'subject', 'text', 'area', 'sendAt', 'attachments'];

/** An email by hand, for those who may send. */
export const ComposePage = () => {
  const [, go] = useLocation();
  const [draft, setDraft] = useState(BLANK);
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const [uploading, setUploading] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [sendOne, sending] = useChange(SendOneDocument);
  // The same email when it is sent anew because nobody knows whether it was accepted.
  const [key] = useState(() => crypto.randomUUID());
  const areas = useAreaChoices();
  const field = (name: Exclude<keyof typeof BLANK, 'priority'>) => ({
    value: draft[name], error: faultAt(faults, name), onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: currentTarget.value }),
  });
  const attach = async (chosen: File[]): Promise<void> => {
    setUploading(true);
    const all = await Promise.all(chosen.map(upload));
    setUploading(false);
    setFiles([...files, ...all.flatMap((one) => ('id' in one ? [one] : []))]);
    setFaults(all.flatMap((one) => ('id' in one ? [] : [one])));
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { to, cc, bcc, from, subject, text: body, area, sendAt, priority } = draft;
    const { payload, faults: wrong } = await sendOne({
      input: {
        to: addressList(to), cc: addressList(cc), bcc: addressList(bcc), subject, text: body, priority, idempotencyKey: key,
        ...(from.trim() === '' ? {} : { from: from.trim() }), ...(area === '' ? {} : { area }), ...(sendAt === '' ? {} : { sendAt: new Date(sendAt).toISOString() }),
        ...(files.length === 0 ? {} : { attachments: files.map(({ id }) => ({ id })) }),
      },
    });
    setFaults(wrong);
    if (payload?.email) go(`/emails/${payload.email.id}`);
    else if (payload !== null && wrong.length === 0) go('/emails');
  };
  return (
    <Page title={words.composeTitle}>
      <form onSubmit={(event) => { void send(event); }}>
        <Stack gap="sm" maw="48rem">
          <Textarea label={words.to} description={words.addressesHint} required autosize minRows={1} {...field('to')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={words.cc} {...field('cc')} />
            <TextInput label={words.bcc} {...field('bcc')} />
            <Select label={words.area} description={words.areaHint} clearable searchable error={faultAt(faults, 'area')} data={areas} value={draft.area || null} onChange={(next) => setDraft({ ...draft, area: next ?? '' })} />
            <TextInput label={words.from} description={words.fromHint} {...field('from')} />
            <Select label={words.priority} allowDeselect={false} data={PRIORITIES.map((value) => ({ value, label: words.priorities[value] }))} value={draft.priority} onChange={(next) => setDraft({ ...draft, priority: next ?? 'NORMAL' })} />
            <TextInput label={words.sendAt} type="datetime-local" {...field('sendAt')} />
          </SimpleGrid>
          <TextInput label={words.subject} required {...field('subject')} />
          <Textarea label={words.text} required autosize minRows={8} maxRows={24} {...field('text')} />
          {files.length > 0 && (
            <List size="sm" listStyleType="none" spacing={4} aria-label={words.attachments}>
              {files.map((file) => <List.Item key={file.id}><Group gap="xs"><Text size="sm">{file.fileName}, {words.bytes(file.sizeBytes)}</Text><Button size="compact-xs" variant="default" onClick={() => setFiles(files.filter(({ id }) => id !== file.id))} aria-label={`${words.remove}: ${file.fileName}`}>{words.remove}</Button></Group></List.Item>)}
            </List>
          )}
          <Faults faults={faults} except={SHOWN.filter((name) => name !== 'attachments')} />
          <Group gap="xs">
            <Button type="submit" loading={sending}>{words.send}</Button>
            <FileButton multiple onChange={(chosen) => { void attach(chosen); }}>{(props) => <Button variant="default" loading={uploading} {...props}>{words.attach}</Button>}</FileButton>
          </Group>
        </Stack>
      </form>
    </Page>
  );
};
