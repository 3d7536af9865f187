import { expect, test } from '@jest/globals';
import type { MailState } from '../../src/domain/mail-state.js';
import { mailState } from '../../src/domain/mail-state.js';

const [sandbox, company] = [{ sandbox: true }, { sandbox: false }];

test.each<[string, boolean, string | null, { sandbox: boolean }[], MailState]>([
  ['one account leads out', true, null, [sandbox, company], 'ON'],
  ['all are the sandbox', true, null, [sandbox], 'SANDBOX_ONLY'],
  ['there is none', true, null, [], 'NO_ACCOUNT'],
  ['it is off', false, null, [company], 'OFF'],
  ['it is a copy, on or off', true, 'The folder is another one', [company], 'RESTORED_COPY'],
])('where %s, mail is as the last column says', (_name, enabled, copyReason, accounts, state) => {
  expect(mailState({ enabled, copyReason }, accounts)).toBe(state);
});
