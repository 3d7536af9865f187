import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import type { StageShownFragment, TestInputOf, TestShownFragment } from './test-types.js';
import { CancelTestDocument, StartTestDocument, TestProgressDocument, TestResultDocument } from './accounts.generated.js';

/** A test as it goes on. `result` null: it is under way, or none was begun. */
export interface TestRun {
  readonly id: string | null;
  readonly stages: readonly StageShownFragment[];
  readonly result: TestShownFragment | null;
  readonly faults: readonly Fault[];
  readonly running: boolean;
  start(input: TestInputOf): Promise<void>;
  cancel(): Promise<void>;
}

/** Starts a test and follows it: each stage as it ends, then what it came to. Leaving the page leaves the test to itself. */
export const useTest = (accountId: string, onEnd: () => void): TestRun => {
  const client = useClient();
  const [id, setId] = useState<string | null>(null);
  const [stages, setStages] = useState<readonly StageShownFragment[]>([]);
  const [result, setResult] = useState<TestShownFragment | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [startTest, starting] = useChange(StartTestDocument);
  const [cancelTest] = useChange(CancelTestDocument);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  const conclude = useCallback(async (testId: string): Promise<void> => {
    const { data } = await client.query(TestResultDocument, { testId }, { requestPolicy: 'network-only' }).toPromise();
    const over = data?.smtpAccountTest ?? null;
    if (over !== null) setStages(over.stages);
    setResult(over);
    ended.current();
  }, [client]);

  useEffect(() => {
    if (id === null) return undefined;
    // The subscription replays from the first stage, so that a connection that was lost misses none.
    let seen: StageShownFragment[] = [];
    const following = client.subscription(TestProgressDocument, { testId: id }).subscribe(({ data, error, hasNext }) => {
      if (data !== undefined) {
        seen = [...seen, data.smtpAccountTestProgress];
        setStages(seen);
      }
      if (error !== undefined || hasNext === false || data?.smtpAccountTestProgress.stage === 'DONE' || data?.smtpAccountTestProgress.outcome === 'FAILED') void conclude(id);
    });
    return () => following.unsubscribe();
  }, [client, conclude, id]);

  return {
    id, stages, result, faults, running: starting || (id !== null && result === null),
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
