import { AREA } from './mail-desk.ts';

/** The size of the text of every message, on every side. */
export const TEXT_OCTETS = 4096;

const LINE = 'The quick brown fox of accounts receivable jumps over the lazy invoice.\n';

/** The text itself, in lines as people write them, cut to its size. */
export const TEXT = LINE.repeat(Math.ceil(TEXT_OCTETS / LINE.length)).slice(0, TEXT_OCTETS);

/** What stands in a template where the load generator writes a number that no other email has. */
export const NUMBER = '@@';

/** An email as a program hands it in; with {@link NUMBER} for `number` it is a template. */
export const emailInput = (number: number | string, area = AREA): object => ({
  area, to: [`Customer ${number} <customer-${number}@customer.example>`], subject: `Invoice ${number}`, text: TEXT,
  source: { type: 'INVOICE', id: String(number) },
});

const PAYLOAD = '{ email { id status } userErrors { code message path } }';

/** The call of one email, as a document. */
export const SEND_ONE_QUERY = `mutation($input: SendEmailInput!) { sendEmail(input: $input) ${PAYLOAD} }`;

/** The call of one email, as the body of a POST. */
export const SEND_ONE = JSON.stringify({ query: SEND_ONE_QUERY, variables: { input: emailInput(NUMBER) } });

/** The call of many emails, as a document. */
export const SEND_MANY_QUERY = `mutation($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { results ${PAYLOAD} userErrors { code message path } } }`;

/** The call of many emails, as the body of a POST. */
export const sendMany = (emails: number): string =>
  JSON.stringify({ query: SEND_MANY_QUERY, variables: { inputs: Array.from({ length: emails }, () => emailInput(NUMBER)) } });
