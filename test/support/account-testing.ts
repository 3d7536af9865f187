import type { Api } from './api.js';

export interface Stage { stage: string; outcome: 'PASSED' | 'FAILED' | 'SKIPPED'; latencyMs: number; code: number | null; reply: string | null; detail: string | null }
export interface AccountTest {
  id: string; state: string; stages: Stage[]; messageId: string | null; endedAt: string | null;
  diagnosis: { id: string; category: string; verdict: string; scope: string; remedy: { text: string; command: string | null }[] } | null;
}
export interface Payload { test: AccountTest | null; userErrors: { code: string; path: string[]; message: string }[] }

export const STAGE = '{ stage outcome latencyMs code enhancedCode reply detail }';
export const TEST = `{ id state stages ${STAGE} diagnosis { id category verdict scope cause remedy { text command } link } messageId startedAt endedAt }`;
export const TEST_ACCOUNT = `mutation($id: ID!, $input: TestSmtpAccountInput!) { testSmtpAccount(id: $id, input: $input) { test ${TEST} userErrors { code path message } } }`;
export const CANCEL = `mutation($testId: ID!) { cancelSmtpAccountTest(testId: $testId) { test ${TEST} userErrors { code path message } } }`;
export const PROGRESS = `subscription($testId: ID!) { smtpAccountTestProgress(testId: $testId) ${STAGE} }`;

/** A new account with these settings posted, or none. */
export const accountAt = async (api: Api, settings: Readonly<Record<string, unknown>> | null): Promise<string> => {
  const { ref } = await api.get<{ ref: { id: string } }>(
    'mutation($name: String!) { createSmtpAccount(input: { name: $name }) { ref { id } userErrors { code } } }', { name: crypto.randomUUID() });
  if (settings === null) return ref.id;
  const { userErrors } = await api.get<{ userErrors: unknown[] }>(
    'mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 1) { userErrors { code path } } }', { id: ref.id, settings });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return ref.id;
};

/** Tests an account, to me@example.net if nothing else is said. */
export const testAccount = async (api: Api, id: string, input: Readonly<Record<string, unknown>> = {}): Promise<Payload> =>
  await api.get<Payload>(TEST_ACCOUNT, { id, input: { emailTestTo: 'me@example.net', ...input } });

/** The way it went, such as `DNS TCP GREETING EHLO -TLS !AUTH`: `-` was skipped, `!` failed. */
export const way = (test: Pick<AccountTest, 'stages'> | null): string => (test?.stages ?? [])
  .map(({ stage, outcome }) => `${{ PASSED: '', SKIPPED: '-', FAILED: '!' }[outcome]}${stage}`).join(' ');
