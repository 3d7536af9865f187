import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { faultAt } from '../parts/faults.js';
import { FormDialog } from '../parts/form-dialog.js';
import { text } from '../text/text.js';
import { AddEmployeeDocument, NextEmployeeNumberDocument } from './people.generated.js';

const words = text.people;
const FIELDS = ['number', 'name', 'email'] as const;

/** An employee without rights, who cannot sign in yet: both come next, on its page. */
export const NewEmployee = ({ onClose }: { onClose: () => void }) => {
  const [, go] = useLocation();
  const { data } = useData(NextEmployeeNumberDocument, {});
  const [typed, setTyped] = useState<Partial<Record<(typeof FIELDS)[number], string>>>({});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [add, adding] = useChange(AddEmployeeDocument);
  const save = async (): Promise<void> => {
    const { number, name = '', email = '' } = typed;
    const { payload, faults: wrong } = await add({ input: { name: name.trim(), email: email.trim(), ...(number === undefined ? {} : { number: number.trim() }) } });
    setFaults(wrong);
    if (payload?.ref) go(`/employees/${payload.ref.id}`);
  };
  return (
    <FormDialog title={words.newEmployee} verb={words.save} faults={faults} fields={FIELDS} running={adding} onSave={save} onClose={onClose}>
      {FIELDS.map((name) => (
        <TextInput key={name} label={words[name]} {...(name === 'number' ? { description: words.numberHint } : { required: true })} {...(name === 'name' ? { 'data-autofocus': true } : {})} {...(name === 'email' ? { type: 'email' } : {})} value={typed[name] ?? (name === 'number' ? data?.nextEmployeeNumber ?? '' : '')} error={faultAt(faults, name)} onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })} />
      ))}
    </FormDialog>
  );
};
