import { useCallback, useEffect, useRef, useState } from 'react';
import type { CombinedError } from '@urql/core';
import { useClient } from 'urql';
import { renewal } from '../api/reach.js';
import { useStore } from '../api/store.js';
import type { EmailFilter, EmailLogQuery } from './emails.generated.js';
import { EmailLogDocument, EmailMovedDocument } from './emails.generated.js';

export type Row = EmailLogQuery['emails']['edges'][number]['node'];
const PAGE = 100;

/** The log as far as it was scrolled through, newest first. */
export interface Log {
  /** Null until the first page is there. */
  readonly rows: readonly Row[] | null;
  readonly more: boolean;
  readonly error: CombinedError | null;
  /** Emails that came since; they are not put in by themselves, lest the list moves under the hand. */
  readonly fresh: number;
  /** Another with each list that is read from its beginning. */
  readonly list: number;
  /** Reads the next page, where there is one and nothing stands against it. */
  loadMore(): void;
  restart(): void;
}

/** Whether an email that moved belongs to what is shown, as far as that can be told here; where not, it is found by looking anew. */
const belongs = ({ status, area, accountId, ...further }: EmailFilter, row: Row): boolean => Object.keys(further).length === 0
  && (status == null || status.includes(row.status)) && (area == null || area === row.area) && (accountId == null || accountId === row.route.account?.id);

/** Reads the log page by page as it is scrolled, and keeps what is shown up to date as emails move. */
export const useLog = (filter: EmailFilter): Log => {
  const client = useClient();
  const renewed = useStore(renewal);
  const [begun, setBegun] = useState(0);
  const [reading, setReading] = useState(true);
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const [list, setList] = useState(0);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(0);
  const key = JSON.stringify(filter);

  const read = useCallback(async (after: string | null): Promise<void> => {
    const mine = asked.current += 1;
    setReading(true);
    const { data, error: wrong } = await client.query(EmailLogDocument, { filter: JSON.parse(key) as EmailFilter, first: PAGE, after }, { requestPolicy: 'network-only' }).toPromise();
    // Somebody asked for something else meanwhile.
    if (mine !== asked.current) return;
    setReading(false);
    setError(wrong ?? null);
    if (data === undefined) return;
    const { edges, pageInfo } = data.emails;
    const found = edges.map(({ node }) => node);
    setRows((before) => (after === null ? found : [...before ?? [], ...found]));
    setNext(pageInfo.hasNextPage ? pageInfo.endCursor : null);
    if (after === null) setFresh(new Set());
  }, [client, key]);

  useEffect(() => {
    setNext(null);
    void read(null).then(() => setList((before) => before + 1));
  }, [read, renewed, begun]);

  useEffect(() => {
    const following = client.subscription(EmailMovedDocument, {}).subscribe(({ data }) => {
      if (data === undefined) return;
      const moved = data.emailChanged;
      setRows((known) => {
        if (known === null) return known;
        if (known.some(({ id }) => id === moved.id)) return known.map((row) => (row.id === moved.id ? moved : row));
        // Older ones are further down, and are read when somebody scrolls there.
        const [newest] = known;
        if (belongs(JSON.parse(key) as EmailFilter, moved) && (newest === undefined || moved.id > newest.id)) setFresh((ids) => new Set([...ids, moved.id]));
        return known;
      });
    });
    return () => following.unsubscribe();
  }, [client, key]);

  return {
    rows, error, list, more: next !== null, fresh: fresh.size,
    // Not while another page is read, which may be of other filters; nor after a fault, lest it is asked for again and again.
    loadMore: () => { if (next !== null && !reading && error === null) void read(next); },
    restart: () => setBegun(begun + 1),
  };
};
