import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { givesAnything } from './levels.js';
import { GiveRecordsDocument } from './people.generated.js';
import type { RecordsOfFragment } from './record-types.js';

type RecordType = RecordsOfFragment['recordType'];
type ByType = Readonly<Partial<Record<RecordType, RecordsOfFragment>>>;

export interface AccessEdits {
  /** As they would be posted: what is in force, with the edits laid over it. */
  readonly records: readonly RecordsOfFragment[];
  readonly edited: ReadonlySet<RecordType>;
  /** The record types that somebody else changed since the edits were begun. */
  readonly overtaken: readonly RecordType[];
  readonly faults: readonly Fault[];
  readonly posting: boolean;
  edit(record: RecordsOfFragment): void;
  /** Whether they are in force. */
  post(): Promise<boolean>;
}

export interface Holder { readonly kind: 'EMPLOYEE' | 'ROLE' | 'APPLICATION_TOKEN'; readonly id: string }

const byType = (records: readonly RecordsOfFragment[]): ByType => Object.fromEntries(records.map((one) => [one.recordType, one]));
const rightsIn = (record: RecordsOfFragment | undefined): string => {
  if (record === undefined || !givesAnything(record)) return '';
  const { access, modify, add, erase, areas } = record;
  return JSON.stringify([access, modify, add, erase, areas === null ? null : areas.toSorted((one, other) => (one < other ? -1 : 1))]);
};

/**
 * The edits of a holder's access records, each for itself: a post takes all records, and must not give again what somebody else took
 * away meanwhile.
 */
export const useAccessEdits = (holder: Holder, inForce: readonly RecordsOfFragment[], version: number, refresh: () => void): AccessEdits => {
  const [draft, setDraft] = useState<{ readonly edits: ByType; readonly seen: ByType }>({ edits: {}, seen: {} });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [give, posting] = useChange(GiveRecordsDocument);
  const now = byType(inForce);
  const edits = Object.values(draft.edits).filter((one) => rightsIn(one) !== rightsIn(now[one.recordType]));
  const records = Object.values({ ...now, ...byType(edits) }).filter(givesAnything);
  const begun = edits.length > 0;
  const types = [...new Set([...Object.keys(now), ...Object.keys(draft.seen)])] as RecordType[];
  return {
    records, faults, posting, edited: new Set(edits.map(({ recordType }) => recordType)),
    overtaken: begun ? types.filter((type) => rightsIn(now[type]) !== rightsIn(draft.seen[type])) : [],
    edit: (record) => setDraft(({ edits: before, seen }) => ({ edits: { ...before, [record.recordType]: record }, seen: begun ? seen : now })),
    post: async () => {
      const { faults: wrong } = await give({ holder, version, records: records.map(({ recordType, access, modify, add, erase, areas }) => ({ recordType, access, modify, add, erase, areas })) });
      setFaults(wrong);
      if (wrong.length === 0 || wrong.some(({ code }) => code === 'STALE_VERSION')) refresh();
      return wrong.length === 0;
    },
  };
};
