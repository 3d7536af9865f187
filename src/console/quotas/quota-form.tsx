import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { faultAt, Faults } from '../parts/faults.js';
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
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { faults: wrong } = group === null ? await add({ input }) : await change({ id: group.id, input, version: group.version });
    setFaults(wrong);
    if (wrong.length > 0) return;
    onSaved();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={group?.name ?? words.add} closeButtonProps={{ 'aria-label': text.shell.close }}>
      <form onSubmit={(event) => { void save(event); }}>
        <Stack gap="sm">
          <TextInput label={words.name} required data-autofocus value={input.name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setInput({ ...input, name: currentTarget.value })} />
          {LIMITS.map((name) => <NumberInput key={name} label={words[name]} description={words.noLimit} allowNegative={false} allowDecimal={false} value={input[name] ?? ''} error={faultAt(faults, name)} onChange={(next) => setInput({ ...input, [name]: next === '' ? null : Number(next) })} />)}
          <Faults faults={faults} except={['name', ...LIMITS]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{text.shell.cancel}</Button>
            <Button type="submit" loading={adding || changing}>{words.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
