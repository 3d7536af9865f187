import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { renewal } from '../api/reach.js';
import { useStore } from '../api/store.js';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import type { StageShownFragment, TestInputOf, TestShownFragment } from './test-types.js';
import { text } from '../text/text.js';
import { CancelTestDocument, StartTestDocument, TestProgressDocument, TestResultDocument } from './accounts.generated.js';

/** A test as it goes on. `result` null: it is under way, or none was begun. */
export interface TestRun {
  readonly id: string | null;
  readonly stages: readonly StageShownFragment[];
  readonly result: TestShownFragment | null;
  readonly faults: readonly Fault[];
  readonly running: boolean;
  /** What is asked for, kept while other panels are looked at. */
  readonly to: string;
  readonly relay: boolean;
  setTo(to: string): void;
  setRelay(relay: boolean): void;
  start(input: TestInputOf): Promise<void>;
  cancel(): Promise<void>;
}

/** Starts a test and follows it: each stage as it ends, then what it came to. Leaving the page leaves the test to itself. */
export const useTest = (accountId: string, onEnd: () => void): TestRun => {
  const client = useClient();
  const [to, setTo] = useState('');
  const [relay, setRelay] = useState(true);
  const [id, setId] = useState<string | null>(null);
  const [stages, setStages] = useState<readonly StageShownFragment[]>([]);
  const [result, setResult] = useState<TestShownFragment | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [startTest, starting] = useChange(StartTestDocument);
  const [cancelTest] = useChange(CancelTestDocument);
  const renewed = useStore(renewal);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  const conclude = useCallback(async (testId: string): Promise<void> => {
    const { data } = await client.query(TestResultDocument, { testId }, { requestPolicy: 'network-only' }).toPromise();
    const over = data?.smtpAccountTest ?? null;
    if (over === null) {
      // It goes on, or is over, without us.
      setFaults([{ code: 'UNREACHABLE', message: text.testing.lost, path: [] }]);
      setId(null);
    } else {
      setStages(over.stages);
      setResult(over);
    }
    ended.current();
  }, [client]);

  useEffect(() => {
    if (id === null) return undefined;
    // Each subscription begins with the first stage, so that a connection that was lost misses none.
    let seen: StageShownFragment[] = [];
    const following = client.subscription(TestProgressDocument, { testId: id }).subscribe(({ data, error, hasNext }) => {
      // Done when all of the test is over, also what is written down of it; after its last stage it goes on for a moment.
      if (error !== undefined || hasNext === false) void conclude(id);
      else if (data !== undefined) {
        seen = [...seen, data.smtpAccountTestProgress];
        setStages(seen);
      }
    });
    return () => following.unsubscribe();
  }, [client, conclude, id, renewed]);

  return {
    id, to, relay, setTo, setRelay, stages, result, faults, running: starting || (id !== null && result === null),
    start: async (input) => {
      setStages([]);
      setResult(null);
      setId(null);
      const { payload, faults: wrong } = await startTest({ id: accountId, input });
      setFaults(wrong);
      if (payload?.test) setId(payload.test.id);
    },
    cancel: async () => { if (id !== null) setFaults((await cancelTest({ testId: id })).faults); },
  };
};
