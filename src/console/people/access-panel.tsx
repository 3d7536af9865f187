import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Faults } from '../parts/faults.js';
import { Notice } from '../parts/notice.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccessGrid } from './access-grid.js';
import { GiveRecordsDocument } from './people.generated.js';
import type { RecordsOfFragment } from './record-types.js';

const words = text.people;
interface Props {
  readonly holder: { readonly kind: 'EMPLOYEE' | 'ROLE' | 'APPLICATION_TOKEN'; readonly id: string };
  readonly records: readonly RecordsOfFragment[];
  readonly version: number;
  readonly refresh: () => void;
}

/** The Access Records panel of a holder. What is edited is in force when it is posted, and signs out whom it changes. */
export const AccessPanel = ({ holder, records, version, refresh }: Props) => {
  const may = useMay();
  const { viewer } = useSession();
  const [edited, setEdited] = useState<readonly RecordsOfFragment[] | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [given, setGiven] = useState(false);
  const [give, giving] = useChange(GiveRecordsDocument);
  const own = holder.id === viewer.id;
  const readOnly = own || !may('ACCESS_RECORDS', 'MODIFY');
  const post = async (): Promise<void> => {
    const { faults: wrong } = await give({ holder, version, records: (edited ?? records).map(({ recordType, access, modify, add, erase, areas }) => ({ recordType, access, modify, add, erase, areas })) });
    setFaults(wrong);
    setGiven(wrong.length === 0);
    if (wrong.length === 0) setEdited(null);
    if (wrong.length === 0 || wrong.some(({ code }) => code === 'STALE_VERSION')) refresh();
  };
  return (
    <Stack gap="md">
      {readOnly && <Text size="sm">{own ? words.ownRecords : words.mayNotGive}</Text>}
      <AccessGrid records={edited ?? records} readOnly={readOnly} onChange={setEdited} />
      <Faults faults={faults} />
      {!readOnly && <Group gap="xs"><Button disabled={edited === null} loading={giving} onClick={() => { void post(); }}>{words.give}</Button></Group>}
      {given && <Notice onClose={() => setGiven(false)}>{words.given}</Notice>}
    </Stack>
  );
};
