import { Stack, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { Loading } from '../parts/loading.js';
import { useData } from '../api/use-data.js';
import { accountLabel } from '../choices/use-choices.js';
import { Empty } from '../parts/empty.js';
import { Facts } from '../parts/facts.js';
import { FaultNotice } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { When } from '../parts/when.js';
import { mayIn, useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { Attempts } from './attempts.js';
import { Content } from './content.js';
import { EmailActions } from './email-actions.js';
import type { EmailDetailQuery } from './emails.generated.js';
import { EmailDetailDocument, OneEmailMovedDocument } from './emails.generated.js';
import { Recipients } from './recipients.js';
import { Status } from './status.js';

export type EmailRecord = NonNullable<EmailDetailQuery['email']>;
const words = text.emails;
const boxOf = ({ address, name }: { readonly address: string; readonly name: string | null }): string => (name === null ? address : `${name} <${address}>`);

const Details = ({ email }: { email: EmailRecord }) => {
  const may = useMay();
  const { route, sender, source } = email;
  const carrier = route.account === null ? null : `${accountLabel(route.account)}${route.fallbackFor === null ? '' : ` (${words.fallbackFor(accountLabel(route.fallbackFor))})`}`;
  return (
    <Facts of={[
      [words.status, <Status key="status" of={email} />], [words.accepted, <When key="at" at={email.acceptedAt} kind="full" />],
      [words.sendAt, email.sendAt === null ? null : <When at={email.sendAt} kind="full" />], [words.sentAt, email.sentAt === null ? null : <When at={email.sentAt} kind="full" />],
      [words.account, route.account !== null && may('SMTP_ACCOUNTS', 'ACCESS') ? <Link key="account" href={`/accounts/${route.account.id}`}>{carrier}</Link> : carrier],
      [words.from, route.from === null ? null : boxOf(route.from)], [words.route, route.reason], [words.area, email.area], [words.sender, sender.name],
      [words.replyTo, email.replyTo === null ? null : boxOf(email.replyTo)], [words.source, source === null ? null : `${source.type} ${source.id}`], [words.batch, email.batch],
      [words.priority, words.priorities[email.priority]], [words.messageId, email.messageId], [words.size, words.bytes(email.sizeBytes)],
      [words.resendOf, email.resendOfId === null ? null : <Link key="of" href={`/emails/${email.resendOfId}`}>{words.original}</Link>],
    ]} />
  );
};

const Record = ({ email, refresh }: { email: EmailRecord; refresh: () => void }) => {
  const { viewer } = useSession();
  const reads = mayIn(viewer, 'EMAIL_CONTENT', 'ACCESS', email.area);
  const [tab, setTab] = useState<string | null>('attempts');
  return (
    <Page title={email.subject} actions={mayIn(viewer, 'EMAILS', 'MODIFY', email.area) && <EmailActions email={email} refresh={refresh} />}>
      <Stack gap="lg">
        <Details email={email} />
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="attempts">{words.attempts}</Tabs.Tab>
            <Tabs.Tab value="recipients">{words.recipients}</Tabs.Tab>
            {reads && <Tabs.Tab value="content">{words.content}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="attempts"><Attempts email={email} /></Tabs.Panel>
          <Tabs.Panel value="recipients"><Recipients email={email} /></Tabs.Panel>
          {reads && <Tabs.Panel value="content"><Content id={email.id} purged={email.contentPurgedAt !== null} /></Tabs.Panel>}
        </Tabs>
      </Stack>
    </Page>
  );
};

/** One email: where it stands, what was tried, what each server said, and what to do. Follows it as it moves. */
export const EmailPage = ({ id = '' }: { readonly id?: string }) => {
  const client = useClient();
  const { data, error, loading, refresh } = useData(EmailDetailDocument, { id });
  useEffect(() => {
    const following = client.subscription(OneEmailMovedDocument, { id }).subscribe(({ data: moved }) => { if (moved !== undefined) void client.query(EmailDetailDocument, { id }, { requestPolicy: 'network-only' }).toPromise(); });
    return () => following.unsubscribe();
  }, [client, id]);
  if (data === null) return error === null ? <Loading /> : <FaultNotice error={error} retry={refresh} />;
  if (data.email === null) return loading ? <Loading /> : <Empty title={text.shell.notFound} what={text.shell.notFoundWhat} />;
  return <Record email={data.email} refresh={refresh} />;
};
