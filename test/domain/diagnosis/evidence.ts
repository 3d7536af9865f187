import { expect, test } from '@jest/globals';
import { diagnose, type Scope, type Verdict } from '../../../src/domain/diagnosis.js';
import type { Evidence, Stage } from '../../../src/domain/stage.js';

export const silence: Evidence = {
  stage: 'TCP', code: null, enhancedCode: null, reply: null, errorCode: null, errorMessage: null,
  host: 'mail.example.com', port: 587, banner: null, capabilities: [],
};

/** Evidence of a reply as the server wrote it: `550-5.7.1 words` gives code, enhanced code and words. */
export const replied = (stage: Stage, reply: string, more: Partial<Evidence> = {}): Evidence => {
  const [, code, enhanced] = /^(\d{3})[ -]?(\d\.\d{1,3}\.\d{1,3})?/.exec(reply) ?? [];
  return { ...silence, stage, code: code ? Number(code) : null, enhancedCode: enhanced ?? null, reply, ...more };
};

export const failed = (stage: Stage, errorCode: string | null, errorMessage: string | null, more: Partial<Evidence> = {}): Evidence =>
  ({ ...silence, stage, errorCode, errorMessage, ...more });

export type Row = readonly [stage: Stage, reply: string, id: string, verdict: Verdict, scope: Scope];

/** One test a quoted reply: its diagnosis is the catalogue's, and complete. */
export const eachReply = (where: string, rows: readonly Row[], more: Partial<Evidence> = {}): void => {
  test.each(rows.map(([stage, reply, id, verdict, scope]) => ({ stage, reply, id, verdict, scope })))(
    `${where}: $stage $reply`,
    ({ stage, reply, id, verdict, scope }) => {
      const found = diagnose(replied(stage, reply, more));
      expect(found).toMatchObject({ id, verdict, scope });
      expect(found.cause).not.toBe('');
      expect(found.remedy.length).toBeGreaterThan(0);
    },
  );
};
