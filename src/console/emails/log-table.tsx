import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import { Status } from './status.js';
import type { Log, Row } from './use-log.js';

const words = text.emails;
const ROW_PX = 34;
/** The next page is asked for before its place is reached. */
const AHEAD_ROWS = 30;

const addresses = ({ to: [first, ...others] }: Row): string => (first === undefined ? '' : `${first.address}${others.length === 0 ? '' : ` +${String(others.length)}`}`);

const Cells = ({ row }: { row: Row }) => (
  <>
    <div role="cell"><Status of={row} /></div>
    <div role="cell"><Text size="sm" c="dimmed" truncate><When at={row.acceptedAt} /></Text></div>
    <div role="cell"><Text size="sm" truncate>{addresses(row)}</Text></div>
    <div role="cell"><Link href={`/emails/${row.id}`} className="cell-link"><Text size="sm" truncate fw={500}>{row.subject}</Text></Link></div>
    <div role="cell"><Text size="sm" truncate>{row.area ?? ''}</Text></div>
    <div role="cell"><Text size="sm" truncate>{row.route.account === null ? '' : `${row.route.account.number} ${row.route.account.name}`}</Text></div>
  </>
);

/** The log, of which only what is in sight is in the page, however far it is scrolled. */
export const LogTable = ({ log, rows }: { log: Log; rows: readonly Row[] }) => {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 12, getItemKey: (at) => rows[at]?.id ?? at });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  // A list that is read anew is looked at from its beginning.
  useEffect(() => { frame.current?.scrollTo({ top: 0 }); }, [log.list]);
  const atEnd = last === rows.length - 1;
  useEffect(() => { if (log.more && last >= rows.length - AHEAD_ROWS) log.loadMore(); }, [log, last, rows.length]);
  return (
    <>
      <div ref={frame} className="log" role="table" aria-label={words.title} aria-rowcount={log.more ? -1 : rows.length + 1} tabIndex={0}>
        <div role="rowgroup" className="log-head">
          <div role="row" className="log-row" aria-rowindex={1}>{[words.status, words.accepted, words.to, words.subject, words.area, words.account].map((head) => <div key={head} role="columnheader">{head}</div>)}</div>
        </div>
        <div role="rowgroup" className="log-body" style={{ height: virtual.getTotalSize() }}>
          {inSight.map(({ key, index, start }) => {
            const row = rows[index];
            return row === undefined ? null : <div key={key} role="row" aria-rowindex={index + 2} className="log-row" style={{ transform: `translateY(${String(start)}px)` }}><Cells row={row} /></div>;
          })}
        </div>
      </div>
      {/* What comes next is asked for before its place is reached, so this is seen only by who scrolls fast. */}
      {atEnd && <Text size="xs" c="dimmed" ta="center" role="status">{log.more ? words.loadingMore : words.end}</Text>}
    </>
  );
};
