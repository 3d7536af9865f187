import { apiAt } from '../../test/support/api.ts';
import type { MailDesk } from './mail-desk.ts';
import { emailInput, SEND_MANY_QUERY } from './message.ts';

/** As many as one call takes. */
const PER_CALL = 500;

interface Sendings { readonly results: readonly { readonly email: { readonly id: string } | null }[] }

let numbersUsed = 0;

/** Hands emails in with calls of 500, one after another, each call with as many of one area as of another. */
export const fill = async (url: string, { token, areas }: Pick<MailDesk, 'token' | 'areas'>, emails: number): Promise<void> => {
  const api = apiAt(url, token);
  for (let left = emails; left > 0; left -= PER_CALL) {
    const inputs = Array.from({ length: Math.min(left, PER_CALL) }, (_, at) => emailInput(numbersUsed += 1, areas[at % areas.length]));
    const { results } = await api.get<Sendings>(SEND_MANY_QUERY, { inputs });
    if (results.some(({ email }) => email === null)) throw new Error(`Not accepted: ${JSON.stringify(results[0])}`);
  }
};
