import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Faults } from '../parts/faults.js';
import { Question } from '../parts/question.js';
import { text } from '../text/text.js';
import type { EmailRecord } from './email-page.js';
import { CancelOneDocument, ResendOneDocument, ResolveOneDocument, RetryOneDocument } from './emails.generated.js';
import { addressList } from './addresses.js';

const words = text.emails;
const RETRIED = new Set(['SCHEDULED', 'QUEUED', 'PARKED', 'FAILED']);
const CANCELLED = new Set(['SCHEDULED', 'QUEUED', 'PARKED', 'SENDING']);

/** What can be done with an email as it stands. */
export const EmailActions = ({ email, refresh }: { email: EmailRecord; refresh: () => void }) => {
  const [, go] = useLocation();
  const [asked, setAsked] = useState<'cancel' | 'resend' | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const recipients = email.recipients.map(({ address }) => address).join('\n');
  const [to, setTo] = useState(recipients);
  const [retry, retrying] = useChange(RetryOneDocument);
  const [cancel] = useChange(CancelOneDocument);
  const [resend] = useChange(ResendOneDocument);
  const [resolve, resolving] = useChange(ResolveOneDocument);
  const { id, status, contentPurgedAt } = email;
  const whole = contentPurgedAt === null;
  const then = (wrong: readonly Fault[]): readonly Fault[] => {
    setFaults(wrong);
    refresh();
    return wrong;
  };
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {RETRIED.has(status) && whole && <Button size="xs" variant="default" loading={retrying} onClick={() => { void retry({ id }).then((done) => then(done.faults)); }}>{words.retry}</Button>}
        {CANCELLED.has(status) && <Button size="xs" variant="default" onClick={() => setAsked('cancel')}>{words.cancelSending}</Button>}
        {whole && <Button size="xs" variant="default" onClick={() => setAsked('resend')}>{words.resend}</Button>}
      </Group>
      {status === 'UNKNOWN' && (
        <Alert color="yellow" p="sm">
          <Text size="sm" mb="xs">{words.resolve}</Text>
          <Group gap="xs">
            <Button size="xs" variant="default" loading={resolving} onClick={() => { void resolve({ id, outcome: 'ARRIVED' }).then((done) => then(done.faults)); }}>{words.arrived}</Button>
            <Button size="xs" variant="default" loading={resolving} onClick={() => { void resolve({ id, outcome: 'RESEND' }).then((done) => then(done.faults)); }}>{words.resendIt}</Button>
          </Group>
        </Alert>
      )}
      <Faults faults={faults} />
      {asked === 'cancel' && <Question title={words.cancelQuestion} what={words.cancelWhat} verb={words.cancelSending} onClose={() => setAsked(null)} carryOut={async () => then((await cancel({ id })).faults)} />}
      {asked === 'resend' && (
        <Question title={words.resend} verb={words.resend} color="ink" onClose={() => setAsked(null)} what={<Stack gap="sm"><Text size="sm">{words.resendWhat}</Text><Textarea label={words.resendTo} autosize minRows={2} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)} /></Stack>} carryOut={async () => {
          const { payload, faults: wrong } = await resend({ id, ...(to === recipients ? {} : { to: addressList(to) }) });
          if (wrong.length === 0 && payload?.email) go(`/emails/${payload.email.id}`);
          return wrong;
        }} />
      )}
    </Stack>
  );
};
