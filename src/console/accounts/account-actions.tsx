import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Faults } from '../parts/faults.js';
import { Question } from '../parts/question.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { EraseAccountRecordDocument, PauseAccountRecordDocument, ResumeAccountRecordDocument } from './accounts.generated.js';
import type { Account } from './fields.js';
import type { Editing } from './use-draft.js';

const words = text.accounts;
type Asked = 'erase' | 'pause' | 'discard';

interface Props { readonly account: Account; readonly editing: Editing; readonly onPost: (faults: readonly Fault[]) => void; readonly refresh: () => void }

/** What can be done with an account as a whole. */
export const AccountActions = ({ account, editing, onPost, refresh }: Props) => {
  const may = useMay();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [erase] = useChange(EraseAccountRecordDocument);
  const [pause] = useChange(PauseAccountRecordDocument);
  const [resume, resuming] = useChange(ResumeAccountRecordDocument);
  const post = async (): Promise<void> => onPost(await editing.post());
  const goOn = async (): Promise<void> => {
    setFaults((await resume({ id: account.id })).faults);
    refresh();
  };
  const modify = may('SMTP_ACCOUNTS', 'MODIFY');
  const close = (): void => setAsked(null);
  const posted = account.settings !== null;
  return (
    <>
      {editing.count > 0 && <Button variant="default" onClick={() => setAsked('discard')}>{words.discard}</Button>}
      {(modify || (may('SMTP_ACCOUNTS', 'ADD') && !posted)) && <Button disabled={editing.count === 0} loading={editing.posting} onClick={() => { void post(); }}>{words.post}</Button>}
      {modify && account.pausedAt !== null && <Button variant="default" loading={resuming} onClick={() => { void goOn(); }}>{words.resume}</Button>}
      {((modify && posted && account.pausedAt === null) || may('SMTP_ACCOUNTS', 'ERASE')) && !account.sandbox && (
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" px="xs" aria-label={text.shell.more}>⋯</Button></Menu.Target>
          <Menu.Dropdown>
            {modify && posted && account.pausedAt === null && <Menu.Item onClick={() => setAsked('pause')}>{words.pause}</Menu.Item>}
            {may('SMTP_ACCOUNTS', 'ERASE') && <Menu.Item onClick={() => setAsked('erase')}>{words.erase}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      <Faults faults={faults} />
      {asked === 'discard' && <Question title={words.discardQuestion} what={words.discardWhat} verb={words.discard} onClose={close} carryOut={async () => { editing.discard(); return await Promise.resolve([]); }} />}
      {asked === 'pause' && <Question title={words.pauseQuestion(account.name)} what={words.pauseWhat} verb={words.pause} onClose={close} carryOut={async () => { const { faults } = await pause({ id: account.id }); refresh(); return faults; }} />}
      {asked === 'erase' && (
        <Question title={words.eraseQuestion(account.name)} what={words.eraseWhat} verb={words.erase} onClose={close} carryOut={async () => {
          const { faults } = await erase({ id: account.id, version: account.version });
          if (faults.length === 0) go('/accounts');
          return faults;
        }} />
      )}
    </>
  );
};
