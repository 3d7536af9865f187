import { apiAt } from '../../test/support/api.ts';
import { emailInput, SEND_MANY_QUERY } from './message.ts';

/** As many as one call takes. */
const PER_CALL = 500;

interface Sendings { readonly results: readonly { readonly email: { readonly id: string } | null }[] }

let numbersUsed = 0;

/** Hands emails in with calls of 500, one after another. */
export const fill = async (url: string, token: string, emails: number): Promise<void> => {
  const api = apiAt(url, token);
  for (let left = emails; left > 0; left -= PER_CALL) {
    const inputs = Array.from({ length: Math.min(left, PER_CALL) }, () => emailInput(numbersUsed += 1));
    const { results } = await api.get<Sendings>(SEND_MANY_QUERY, { inputs });
    if (results.some(({ email }) => email === null)) throw new Error(`Not accepted: ${JSON.stringify(results[0])}`);
  }
};
