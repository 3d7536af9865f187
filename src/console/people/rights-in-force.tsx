import { List, Table, Text } from '@mantine/core';
import { text } from '../text/text.js';
import { RECORD_TYPES } from './levels.js';
import type { EmployeeDetailQuery } from './people.generated.js';

const words = text.people;
type Held = NonNullable<NonNullable<EmployeeDetailQuery['employee']>['rights']>[number];

const inWords = ({ right, areas, from }: Held, id: string): string => {
  const name = words.rightNames[right.toLowerCase() as keyof typeof words.rightNames];
  const where = areas === null ? '' : ` (${areas.join(', ')})`;
  return words.rightsFrom(`${name}${where}`, from.map((holder) => (holder.id === id ? words.own : holder.name)).join(', '));
};

/** What an employee may do in all, and whose access records give it. */
export const RightsInForce = ({ rights, id }: { rights: readonly Held[]; id: string }) => {
  if (rights.length === 0) return <Text size="sm" c="dimmed">{words.noRights}</Text>;
  return (
    <div className="wide-table" role="region" aria-label={words.rights} tabIndex={0}>
      <Table>
        <Table.Tbody>
          {RECORD_TYPES.flatMap((type) => {
            const held = rights.filter(({ recordType }) => recordType === type);
            return held.length === 0 ? [] : [<Table.Tr key={type}><Table.Th scope="row" fw={500} w="14rem">{words.types[type]}</Table.Th><Table.Td><List size="sm" listStyleType="none">{held.map((one) => <List.Item key={one.right}>{inWords(one, id)}</List.Item>)}</List></Table.Td></Table.Tr>];
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
};
