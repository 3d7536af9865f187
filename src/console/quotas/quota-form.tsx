import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { faultAt } from '../parts/faults.js';
import { FormDialog } from '../parts/form-dialog.js';
import { text } from '../text/text.js';
import type { QuotaGroupListQuery } from './quotas.generated.js';
import { AddQuotaGroupDocument, ChangeQuotaGroupDocument } from './quotas.generated.js';

export type QuotaGroup = QuotaGroupListQuery['quotaGroups'][number];
const words = text.quotas;
export const LIMITS = ['messagesPerMinute', 'messagesPerHour', 'messagesPerDay'] as const;

/** The name and the limits of a group; `group` null: a new one. */
export const QuotaForm = ({ group, onSaved, onClose }: { group: QuotaGroup | null; onSaved: () => void; onClose: () => void }) => {
  const [input, setInput] = useState({ name: group?.name ?? '', messagesPerMinute: group?.messagesPerMinute ?? null, messagesPerHour: group?.messagesPerHour ?? null, messagesPerDay: group?.messagesPerDay ?? null });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [add, adding] = useChange(AddQuotaGroupDocument);
  const [change, changing] = useChange(ChangeQuotaGroupDocument);
  const save = async (): Promise<void> => {
    const { faults: wrong } = group === null ? await add({ input }) : await change({ id: group.id, input, version: group.version });
    setFaults(wrong);
    if (wrong.length > 0) return;
    onSaved();
    onClose();
  };
  return (
    <FormDialog title={group?.name ?? words.add} verb={words.save} faults={faults} fields={['name', ...LIMITS]} running={adding || changing} onSave={save} onClose={onClose}>
      <TextInput label={words.name} required data-autofocus value={input.name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setInput({ ...input, name: currentTarget.value })} />
      {LIMITS.map((name) => <NumberInput key={name} label={words[name]} description={words.noLimit} allowNegative={false} allowDecimal={false} value={input[name] ?? ''} error={faultAt(faults, name)} onChange={(next) => setInput({ ...input, [name]: next === '' ? null : Number(next) })} />)}
    </FormDialog>
  );
};
