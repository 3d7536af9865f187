import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { faultAt } from '../parts/faults.js';
import { FormDialog } from '../parts/form-dialog.js';
import { text } from '../text/text.js';
import type { ConfigurationQuery } from './configuration.generated.js';
import { AddAreaDocument, ChangeAreaDocument } from './configuration.generated.js';

export type Area = ConfigurationQuery['emailAreas'][number];
const words = text.configuration;

/** A functional area that sends emails; `area` null: a new one. */
export const AreaForm = ({ area, onSaved, onClose }: { area: Area | null; onSaved: () => void; onClose: () => void }) => {
  const [code, setCode] = useState(area?.code ?? '');
  const [name, setName] = useState(area?.name ?? '');
  const [description, setDescription] = useState(area?.description ?? '');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [add, adding] = useChange(AddAreaDocument);
  const [change, changing] = useChange(ChangeAreaDocument);
  const save = async (): Promise<void> => {
    const input = { name: name.trim(), description: description.trim() || null };
    const { faults: wrong } = area === null ? await add({ input: { ...input, code: code.trim().toUpperCase() } }) : await change({ code: area.code, input, version: area.version });
    setFaults(wrong);
    if (wrong.length > 0) return;
    onSaved();
    onClose();
  };
  return (
    <FormDialog title={area?.code ?? words.addArea} verb={words.save} faults={faults} fields={['code', 'name', 'description']} running={adding || changing} onSave={save} onClose={onClose}>
      {area === null && <TextInput label={words.code} description={words.codeHint} required data-autofocus value={code} error={faultAt(faults, 'code')} onChange={({ currentTarget }) => setCode(currentTarget.value)} />}
      <TextInput label={words.areaName} required value={name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setName(currentTarget.value)} />
      <TextInput label={words.description} value={description} error={faultAt(faults, 'description')} onChange={({ currentTarget }) => setDescription(currentTarget.value)} />
    </FormDialog>
  );
};
