import { Checkbox, Group, MultiSelect, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useAreaChoices } from '../choices/use-choices.js';
import { text } from '../text/text.js';
import type { Level } from './levels.js';
import { AREA_LIMITED, fourOf, givesAnything, levelOf, LEVELS, NOTHING, RECORD_TYPES, RIGHTS } from './levels.js';
import type { RecordsOfFragment } from './record-types.js';

const words = text.people;
type RecordType = RecordsOfFragment['recordType'];
interface Props {
  readonly records: readonly RecordsOfFragment[];
  /** Those that are not posted, which are marked. */
  readonly edited: ReadonlySet<RecordType>;
  readonly readOnly: boolean;
  readonly onEdit: (record: RecordsOfFragment) => void;
}

/** The access records of one holder: a slider for each record type, or the four rights apart. */
export const AccessGrid = ({ records, edited, readOnly, onEdit }: Props) => {
  // A record that happens to be a level of the slider, while somebody looks at its rights one by one.
  const [apart, setApart] = useState<ReadonlySet<RecordType>>(new Set());
  const areas = useAreaChoices();
  const of = (type: RecordType): RecordsOfFragment => records.find(({ recordType }) => recordType === type) ?? { recordType: type, areas: null, ...NOTHING };
  const slide = (type: RecordType, level: Level): void => {
    setApart(new Set([...apart].filter((one) => one !== type).concat(level === 'CUSTOM' ? [type] : [])));
    if (level !== 'CUSTOM') onEdit({ ...of(type), ...fourOf(level) });
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">{words.levelsWhat}</Text>
      <div className="wide-table" role="region" aria-label={words.records} tabIndex={0}>
        <Table>
          <Table.Thead><Table.Tr><Table.Th scope="col">{words.recordType}</Table.Th><Table.Th scope="col">{words.level}</Table.Th><Table.Th scope="col">{words.areas}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {RECORD_TYPES.map((type) => {
              const record = of(type);
              const level = apart.has(type) ? 'CUSTOM' : levelOf(record);
              const name = words.types[type];
              return (
                <Table.Tr key={type}>
                  <Table.Th scope="row" fw={500}>{edited.has(type) ? `${name} •` : name}</Table.Th>
                  <Table.Td>
                    <Stack gap={6}>
                      <SegmentedControl size="xs" aria-label={`${words.level}: ${name}`} disabled={readOnly} w="fit-content" value={level} onChange={(next) => slide(type, next as Level)} data={[...LEVELS, 'CUSTOM' as const].map((value) => ({ value, label: words.levels[value] }))} />
                      {level === 'CUSTOM' && <Group gap="md">{RIGHTS.map((right) => <Checkbox key={right} size="xs" label={words.rightNames[right]} disabled={readOnly} checked={record[right]} onChange={({ currentTarget }) => onEdit({ ...record, [right]: currentTarget.checked })} />)}</Group>}
                    </Stack>
                  </Table.Td>
                  <Table.Td>
                    {AREA_LIMITED.includes(type) && givesAnything(record) && (
                      <MultiSelect size="xs" aria-label={`${words.areas}: ${name}`} placeholder={record.areas === null ? words.everywhere : ''} disabled={readOnly} clearable searchable data={areas} value={record.areas ?? []} onChange={(next) => onEdit({ ...record, areas: next.length === 0 ? null : next })} miw="12rem" />
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
};
