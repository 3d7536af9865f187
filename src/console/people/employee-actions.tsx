import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useChange } from '../api/use-change.js';
import { Question } from '../parts/question.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { Employee } from './employee-page.js';
import { EraseEmployeeRecordDocument, LetInDocument, ResetPasswordDocument } from './people.generated.js';

const words = text.people;

/** What can be done with an employee as a whole; not with oneself. */
export const EmployeeActions = ({ employee, onOneTimePassword, refresh }: { employee: Employee; onOneTimePassword: (password: string) => void; refresh: () => void }) => {
  const may = useMay();
  const { viewer } = useSession();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<'password' | 'out' | 'erase' | null>(null);
  const [letIn, lettingIn] = useChange(LetInDocument);
  const [reset] = useChange(ResetPasswordDocument);
  const [erase] = useChange(EraseEmployeeRecordDocument);
  const { id, name, active, version } = employee;
  if (id === viewer.id) return null;
  const close = (): void => setAsked(null);
  const set = async (next: boolean) => {
    const { faults } = await letIn({ id, active: next, version });
    refresh();
    return faults;
  };
  return (
    <Group gap="xs">
      {may('EMPLOYEES', 'MODIFY') && <Button size="xs" variant="default" onClick={() => setAsked('password')}>{words.resetPassword}</Button>}
      {may('EMPLOYEES', 'MODIFY') && (active
        ? <Button size="xs" variant="default" onClick={() => setAsked('out')}>{words.shutOut}</Button>
        : <Button size="xs" variant="default" loading={lettingIn} onClick={() => { void set(true); }}>{words.letIn}</Button>)}
      {may('EMPLOYEES', 'ERASE') && <Button size="xs" variant="default" onClick={() => setAsked('erase')}>{words.erase}</Button>}
      {asked === 'password' && (
        <Question title={words.resetQuestion(name)} what={words.resetWhat} verb={words.resetPassword} color="ink" onClose={close} carryOut={async () => {
          const { payload, faults } = await reset({ id });
          if (payload?.oneTimePassword) onOneTimePassword(payload.oneTimePassword);
          refresh();
          return faults;
        }} />
      )}
      {asked === 'out' && <Question title={words.shutOutQuestion(name)} what={words.shutOutWhat} verb={words.shutOut} onClose={close} carryOut={async () => await set(false)} />}
      {asked === 'erase' && (
        <Question title={words.eraseQuestion(name)} what={words.eraseWhat} verb={words.erase} onClose={close} carryOut={async () => {
          const { faults } = await erase({ id, version });
          if (faults.length === 0) go('/employees');
          return faults;
        }} />
      )}
    </Group>
  );
};
