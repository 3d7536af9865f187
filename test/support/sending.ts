import type { Api } from './api.js';

export interface Email {
  readonly id: string;
  readonly status: string;
  readonly parkedReason: string | null;
  readonly area: string | null;
  readonly messageId: string;
  readonly idempotencyKey: string | null;
  readonly route: { readonly account: { readonly name: string } | null; readonly from: { readonly address: string; readonly name: string | null } | null; readonly reason: string };
}
export interface Fault { readonly code: string; readonly path: readonly string[]; readonly message: string }
export interface Sending { readonly email: Email | null; readonly userErrors: readonly Fault[] }

export const EMAIL = '{ id status parkedReason area messageId idempotencyKey route { account { name } from { address name } reason } }';
const PAYLOAD = `{ email ${EMAIL} userErrors { code path message } }`;
export const SEND = `mutation($input: SendEmailInput!) { sendEmail(input: $input) ${PAYLOAD} }`;
export const SEND_MANY = `mutation($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { results ${PAYLOAD} userErrors { code path message } } }`;

/** The least that an email needs, with what a test is about laid over it. */
export const emailInput = (values: object = {}) => ({ to: ['jane@customer.example'], subject: 'Invoice 1001', text: 'Please find it attached.', ...values });

export const send = async (api: Api, values: object = {}): Promise<Sending> => await api.get<Sending>(SEND, { input: emailInput(values) });

/** An email that must have been accepted. */
export const sent = async (api: Api, values: object = {}): Promise<Email> => {
  const { email, userErrors } = await send(api, values);
  if (email === null) throw new Error(`Not accepted: ${JSON.stringify(userErrors)}`);
  return email;
};

/** Codes and paths of user errors, as `CODE at.a.path`. */
export const faults = ({ userErrors }: Pick<Sending, 'userErrors'>): string[] => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

/** How many emails there are, as far as the caller may see. */
export const countOf = async (api: Api, filter: object = {}): Promise<number> =>
  (await api.get<{ totalCount: number }>('query($filter: EmailFilter) { emails(filter: $filter) { totalCount } }', { filter })).totalCount;

/** An hour from now: an email that is so scheduled stays where it is while a test looks at it. */
export const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();
