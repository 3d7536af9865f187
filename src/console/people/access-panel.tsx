import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Faults } from '../parts/faults.js';
import { Notice } from '../parts/notice.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccessGrid } from './access-grid.js';
import type { AccessEdits, Holder } from './use-access-edits.js';

const words = text.people;

/** The Access Records panel of a holder. What is edited is in force when it is posted, and signs out whom it changes. */
export const AccessPanel = ({ holder, editing }: { holder: Holder; editing: AccessEdits }) => {
  const may = useMay();
  const { viewer } = useSession();
  const [given, setGiven] = useState(false);
  const own = holder.id === viewer.id;
  const readOnly = own || !may('ACCESS_RECORDS', 'MODIFY');
  return (
    <Stack gap="md">
      {readOnly && <Text size="sm">{own ? words.ownRecords : words.mayNotGive}</Text>}
      {editing.overtaken.length > 0 && <Alert color="yellow" role="alert" title={words.staleTitle}>{words.staleWhat(editing.overtaken.map((type) => words.types[type]).join(', '))}</Alert>}
      <AccessGrid records={editing.records} edited={editing.edited} readOnly={readOnly} onEdit={editing.edit} />
      <Faults faults={editing.faults} />
      {!readOnly && <Group gap="xs"><Button disabled={editing.edited.size === 0} loading={editing.posting} onClick={() => { void editing.post().then(setGiven); }}>{words.give}</Button></Group>}
      {given && <Notice onClose={() => setGiven(false)}>{words.given}</Notice>}
    </Stack>
  );
};
