import type { Api } from './api.js';
import { eventually } from './eventually.js';

/** An email as its log shows it. */
export interface Logged {
  readonly id: string;
  readonly status: string;
  readonly parkedReason: string | null;
  readonly diagnosisId: string | null;
  readonly messageId: string;
  readonly resendOfId: string | null;
  readonly route: { readonly account: { readonly name: string } | null };
  readonly recipients: readonly { readonly address: string; readonly status: string; readonly code: number | null; readonly reply: string | null }[];
  readonly attempts: readonly { readonly outcome: string; readonly stage: string; readonly code: number | null; readonly reply: string | null; readonly diagnosis: { readonly id: string } | null }[];
}
export interface Mended { readonly email: Logged | null; readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[] }

export const LOGGED = `{ id status parkedReason diagnosisId messageId resendOfId route { account { name } }
  recipients { address status code reply } attempts { outcome stage code reply diagnosis { id } } }`;

export const logged = async (api: Api, id: string): Promise<Logged> => await api.get<Logged>(`query($id: ID!) { email(id: $id) ${LOGGED} }`, { id });

/** The email once it stands at the status. */
export const settled = async (api: Api, id: string, status: string): Promise<Logged> =>
  await eventually(async () => await logged(api, id), (email) => email.status === status);

/** Calls one of the mutations that change one email. */
export const mend = async (api: Api, mutation: string, id: string, rest = ''): Promise<Mended> =>
  await api.get<Mended>(`mutation($id: ID!) { ${mutation}(id: $id${rest}) { email ${LOGGED} userErrors { code path } } }`, { id });

/** Calls changeEmails. */
export const changeMany = async (api: Api, filter: object, action: string, accountId: string | null = null) =>
  await api.get<{ changed: number; skipped: number; userErrors: { code: string; path: string[] }[] }>(
    `mutation($filter: EmailFilter!, $action: EmailAction!, $accountId: ID) {
      changeEmails(filter: $filter, action: $action, accountId: $accountId) { changed skipped userErrors { code path } } }`, { filter, action, accountId });
