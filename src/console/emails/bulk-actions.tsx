import { Button, Menu, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { useAccountChoices } from '../choices/use-choices.js';
import { Notice } from '../parts/notice.js';
import { Question } from '../parts/question.js';
import { text } from '../text/text.js';
import type { EmailAction, EmailFilter } from './emails.generated.js';
import { ChangeManyDocument } from './emails.generated.js';

const words = text.emails;
const VERBS = { RETRY: words.retry, RELEASE: words.release, REROUTE: words.reroute, CANCEL: words.cancelSending } satisfies Record<EmailAction, string>;

/** What is asked: as it stood when it was, whatever moves on the page meanwhile. */
interface Asked { readonly action: EmailAction; readonly filter: EmailFilter; readonly count: number }

/** One thing for all that the filters find, asked once, with how many they are. `count` null: that is not known for these very filters. */
export const BulkActions = ({ filter, count, onDone }: { filter: EmailFilter; count: number | null; onDone: () => void }) => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [changeMany] = useChange(ChangeManyDocument);
  const accounts = useAccountChoices();
  const carryOut = async ({ action, filter: those }: Asked) => {
    const { payload, faults } = await changeMany({ filter: those, action, accountId: action === 'REROUTE' ? accountId : null });
    if (faults.length === 0 && payload !== null) setDone(words.bulkDone(payload.changed, payload.skipped));
    onDone();
    return faults;
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button size="xs" variant="default" disabled={count === null || count === 0}>{words.actions}</Button></Menu.Target>
        <Menu.Dropdown>{Object.entries(VERBS).map(([action, verb]) => <Menu.Item key={action} onClick={() => { if (count !== null) setAsked({ action: action as EmailAction, filter, count }); }}>{verb}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      {asked !== null && (
        <Question title={words.bulkQuestion(VERBS[asked.action], words.count(asked.count))} verb={VERBS[asked.action]} color={asked.action === 'CANCEL' ? 'red' : 'ink'} carryOut={async () => await carryOut(asked)} onClose={() => setAsked(null)} what={(
          <Stack gap="sm">
            <Text size="sm">{words.bulkWhat[asked.action]}</Text>
            {asked.action === 'REROUTE' && <Select label={words.rerouteTo} placeholder={words.byRoute} clearable searchable data={accounts} value={accountId} onChange={setAccountId} />}
          </Stack>
        )} />
      )}
      {done !== null && <Notice onClose={() => setDone(null)}>{done}</Notice>}
    </>
  );
};
