import type { MailExchangeFacts } from '../../domain/sender-domain/facts.js';
import { inWords, saysNone, type Questions } from './questions.js';

interface Exchange { readonly exchange: string; readonly priority: number }

/** Servers whose addresses are looked at; one that has any is enough. */
const LOOKED_AT_MAX = 3;

const hasAddress = async (questions: Questions, name: string): Promise<boolean> => {
  const [v4, v6] = await Promise.all([questions.names(name, 'A'), questions.names(name, 'AAAA')]);
  return v4.length + v6.length > 0;
};

/** Null: one of them did not answer, or has none while there are more than are looked at. */
const anyHasAddress = async (questions: Questions, exchanges: readonly string[]): Promise<boolean | null> => {
  const found = await Promise.all(exchanges.slice(0, LOOKED_AT_MAX).map(async (name) => await hasAddress(questions, name).catch(() => null)));
  if (found.includes(true)) return true;
  return found.includes(null) || exchanges.length > LOOKED_AT_MAX ? null : false;
};

/** The mail servers of a domain, most preferred first. */
export const exchangesOf = async (questions: Questions, domain: string): Promise<readonly string[]> => {
  try {
    return (await questions.ask(domain, 'MX') as Exchange[]).toSorted((one, other) => one.priority - other.priority).map(({ exchange }) => exchange);
  } catch (error) {
    if (saysNone(error)) return [];
    throw error;
  }
};

/** Finds where answers to a domain go (RFC 5321 section 5.1). */
export const gatherMailExchange = async (questions: Questions, domain: string): Promise<MailExchangeFacts> => {
  try {
    const all = await exchangesOf(questions, domain);
    // RFC 7505: the only exchange is the root.
    if (all.length === 1 && (all[0] === '' || all[0] === '.')) return { error: null, exchanges: [], nullMx: true, hasAddress: null };
    const exchanges = all.filter((exchange) => exchange !== '' && exchange !== '.');
    if (exchanges.length > 0) {
      return { error: null, exchanges, nullMx: false, hasAddress: await anyHasAddress(questions, exchanges) };
    }
    return { error: null, exchanges, nullMx: false, hasAddress: await hasAddress(questions, domain) };
  } catch (error) {
    return { error: inWords(error), exchanges: [], nullMx: false, hasAddress: null };
  }
};
