import { List, Stack } from '@mantine/core';
import { Loading } from '../parts/loading.js';
import { useData } from '../api/use-data.js';
import { EmailViews, HtmlFrame, PlainText } from '../parts/email-views.js';
import { Empty } from '../parts/empty.js';
import { Facts } from '../parts/facts.js';
import { FaultNotice } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import { CapturedDetailDocument } from './sandbox.generated.js';

const words = text.sandbox;

/** One email that the sandbox caught, as its reader would see it. Who opens it reads it, and that is audited. */
export const CapturedPage = ({ id = '' }: { readonly id?: string }) => {
  const { data, error, loading, refresh } = useData(CapturedDetailDocument, { id });
  if (data === null) return error === null ? <Loading /> : <FaultNotice error={error} retry={refresh} />;
  const email = data.capturedEmail;
  if (email === null) return loading ? <Loading /> : <Empty title={text.shell.notFound} what={text.shell.notFoundWhat} />;
  return (
    <Page title={email.subject}>
      <Stack gap="lg">
        <Facts of={[
          [words.received, <When key="at" at={email.receivedAt} kind="full" />], [words.from, email.envelopeFrom], [words.to, email.recipients.join(', ')], [words.area, email.area],
          [words.messageId, email.messageId], [words.size, text.emails.bytes(email.sizeBytes)],
        ]} />
        <EmailViews label={words.read} views={[
          ...(email.html === null ? [] : [{ label: words.html, shown: <HtmlFrame html={email.html} /> }]),
          ...(email.text === null ? [] : [{ label: words.plain, shown: <PlainText>{email.text}</PlainText> }]),
          { label: words.raw, shown: <PlainText code>{email.raw}</PlainText> },
        ]} />
        {email.attachments.length > 0 && <List size="sm" aria-label={words.attachments}>{email.attachments.map(({ fileName, contentType, sizeBytes }, at) => <List.Item key={`${fileName ?? ''} ${String(at)}`}>{fileName ?? contentType}, {contentType}, {text.emails.bytes(sizeBytes)}</List.Item>)}</List>}
      </Stack>
    </Page>
  );
};
