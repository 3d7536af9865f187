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
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const reading = useRef(0);
  const asked = useRef<string | null>(null);
  const key = JSON.stringify(filter);

  const read = useCallback(async (after: string | null): Promise<void> => {
    const mine = reading.current += 1;
    const { data, error: wrong } = await client.query(EmailLogDocument, { filter: JSON.parse(key) as EmailFilter, first: PAGE, after }, { requestPolicy: 'network-only' }).toPromise();
    // Somebody asked for something else meanwhile.
    if (mine !== reading.current) return;
    setError(wrong ?? null);
    asked.current = null;
    if (data === undefined) return;
    const { edges, pageInfo } = data.emails;
    const read = edges.map(({ node }) => node);
    setRows((before) => (after === null ? read : [...before ?? [], ...read]));
    setNext(pageInfo.hasNextPage ? pageInfo.endCursor : null);
    if (after === null) setFresh(new Set());
  }, [client, key]);

  useEffect(() => { void read(null); }, [read, renewed, begun]);

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
    rows, error, more: next !== null, fresh: fresh.size,
    loadMore: () => {
      if (next === null || asked.current === next) return;
      asked.current = next;
      void read(next);
    },
    restart: () => setBegun(begun + 1),
  };
};
