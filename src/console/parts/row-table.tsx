import { Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** The name of the order that this column stands for, where the list can be put in it. */
  readonly order?: string;
  /** What names the row, for who listens. */
  readonly rowHead?: boolean;
  readonly align?: 'right';
}

interface Props<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly busy?: boolean;
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
}

/** Rows and columns. Wider than the page, it scrolls by itself, also by the keyboard. */
export const RowTable = <T,>({ label, rows, columns, keyOf, busy = false, order, onOrder }: Props<T>) => (
  <div className="wide-table" role="region" aria-label={label} tabIndex={0}>
    <Table aria-busy={busy}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.head} scope="col" ta={column.align} {...(column.order === undefined ? {} : { 'aria-sort': column.order === order ? 'ascending' as const : 'none' as const })}>
              {column.order === undefined ? column.head : (
                <UnstyledButton fz="inherit" fw="inherit" onClick={() => onOrder?.(column.order ?? '')}>{column.head}{column.order === order ? ' ↑' : ''}</UnstyledButton>
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            {columns.map((column) => (column.rowHead === true
              ? <Table.Th key={column.head} scope="row" fw="inherit">{column.cell(row)}</Table.Th>
              : <Table.Td key={column.head} ta={column.align}>{column.cell(row)}</Table.Td>))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
