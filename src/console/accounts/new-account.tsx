import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { faultAt } from '../parts/faults.js';
import { FormDialog } from '../parts/form-dialog.js';
import { text } from '../text/text.js';
import { CreateAccountRecordDocument, NextAccountNumberDocument } from './accounts.generated.js';

const words = text.accounts;

/** A new record: number and name, as they are asked for; its settings come next. */
export const NewAccount = ({ onClose }: { onClose: () => void }) => {
  const [, go] = useLocation();
  const { data } = useData(NextAccountNumberDocument, {});
  const [number, setNumber] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [create, running] = useChange(CreateAccountRecordDocument);
  const save = async (): Promise<void> => {
    const { payload, faults: wrong } = await create({ input: { name: name.trim(), ...(number === null ? {} : { number: number.trim() }) } });
    setFaults(wrong);
    if (payload?.ref) go(`/accounts/${payload.ref.id}?panel=settings`);
  };
  return (
    <FormDialog title={words.new} verb={words.save} faults={faults} fields={['number', 'name']} running={running} onSave={save} onClose={onClose}>
      <TextInput label={words.number} description={words.numberHint} value={number ?? data?.nextSmtpAccountNumber ?? ''} error={faultAt(faults, 'number')} onChange={({ currentTarget }) => setNumber(currentTarget.value)} />
      <TextInput label={words.name} required data-autofocus value={name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setName(currentTarget.value)} />
    </FormDialog>
  );
};
