import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { csvOf } from '../parts/csv.js';
import { download } from '../parts/download.js';
import { Notice } from '../parts/notice.js';
import { text } from '../text/text.js';
import type { EmailFilter, EmailLogQuery } from './emails.generated.js';
import { EmailLogDocument } from './emails.generated.js';
import type { Row } from './use-log.js';

const words = text.emails;
const PAGE = 100;
/** What a spreadsheet opens with ease. */
const AT_MOST = 50_000;

const cellsOf = ({ id, acceptedAt, status, parkedReason, area, subject, to, route, diagnosisId }: Row): string[] => [
  id, acceptedAt, status, parkedReason ?? '', area ?? '', to.map(({ address }) => address).join(' '), subject, route.account === null ? '' : `${route.account.number} ${route.account.name}`, diagnosisId ?? '',
];
const HEAD = ['id', words.accepted, words.status, words.parked, words.area, words.to, words.subject, words.account, words.diagnosisId];

/** All that the filters find, newest first, as a table for spreadsheets; made in the browser, page by page. A part is never taken for the whole. */
export const ExportButton = ({ filter, disabled }: { filter: EmailFilter; disabled: boolean }) => {
  const client = useClient();
  const [count, setCount] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const read = async (): Promise<{ readonly rows: readonly string[][]; readonly whole: boolean } | null> => {
    const rows: string[][] = [];
    let after: string | null = null;
    do {
      setCount(rows.length);
      const { data }: { data?: EmailLogQuery } = await client.query(EmailLogDocument, { filter, first: PAGE, after }, { requestPolicy: 'network-only' }).toPromise();
      if (data === undefined) return null;
      rows.push(...data.emails.edges.map(({ node }) => cellsOf(node)));
      after = data.emails.pageInfo.hasNextPage ? data.emails.pageInfo.endCursor : null;
    } while (after !== null && rows.length < AT_MOST);
    return { rows, whole: after === null };
  };
  const run = async (): Promise<void> => {
    const found = await read();
    setCount(null);
    if (found === null) return setSaid(words.exportFailed);
    download('emails.csv', new Blob([csvOf([HEAD, ...found.rows])], { type: 'text/csv;charset=utf-8' }));
    return setSaid(found.whole ? null : words.exportCut(AT_MOST));
  };
  return (
    <>
      <Button size="xs" variant="default" disabled={disabled || count !== null} onClick={() => { void run(); }}>{count === null ? words.export : words.exporting(count)}</Button>
      {said !== null && <Notice color="yellow" onClose={() => setSaid(null)}>{said}</Notice>}
    </>
  );
};
