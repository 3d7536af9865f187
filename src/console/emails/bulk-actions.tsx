import { Button, Menu, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { Notice } from '../parts/notice.js';
import { Question } from '../parts/question.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { EmailAction, EmailFilter } from './emails.generated.js';
import { AccountChoicesDocument, ChangeManyDocument } from './emails.generated.js';

const words = text.emails;
const VERBS = { RETRY: words.retry, RELEASE: words.release, REROUTE: words.reroute, CANCEL: words.cancelSending } satisfies Record<EmailAction, string>;

/** One thing for all that the filters find, asked once, with how many it touches. */
export const BulkActions = ({ filter, count, onDone }: { filter: EmailFilter; count: number | null; onDone: () => void }) => {
  const may = useMay();
  const [asked, setAsked] = useState<EmailAction | null>(null);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [changeMany] = useChange(ChangeManyDocument);
  const accounts = useData(AccountChoicesDocument, {}, { pause: asked !== 'REROUTE' || !may('SMTP_ACCOUNTS', 'ACCESS') }).data?.smtpAccounts.edges ?? [];
  const carryOut = async (action: EmailAction) => {
    const { payload, faults } = await changeMany({ filter, action, accountId: action === 'REROUTE' ? accountId : null });
    if (faults.length === 0 && payload !== null) setDone(words.bulkDone(payload.changed, payload.skipped));
    onDone();
    return faults;
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button size="xs" variant="default" disabled={count === null || count === 0}>{words.actions}</Button></Menu.Target>
        <Menu.Dropdown>{Object.entries(VERBS).map(([action, verb]) => <Menu.Item key={action} onClick={() => setAsked(action as EmailAction)}>{verb}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      {asked !== null && (
        <Question title={words.bulkQuestion(VERBS[asked], words.count(count ?? 0))} verb={VERBS[asked]} color={asked === 'CANCEL' ? 'red' : 'ink'} carryOut={async () => await carryOut(asked)} onClose={() => setAsked(null)} what={(
          <Stack gap="sm">
            <Text size="sm">{words.bulkWhat[asked]}</Text>
            {asked === 'REROUTE' && <Select label={words.rerouteTo} placeholder={words.byRoute} clearable searchable data={accounts.map(({ node: { id, number, name } }) => ({ value: id, label: `${number} ${name}` }))} value={accountId} onChange={setAccountId} />}
          </Stack>
        )} />
      )}
      {done !== null && <Notice onClose={() => setDone(null)}>{done}</Notice>}
    </>
  );
};
