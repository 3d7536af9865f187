import { isIPv4 } from 'node:net';
import { saysNone, type Questions } from './questions.js';

/** Enough for what providers publish; each costs a question. */
const RECORDS_MAX = 8;

const recordAt = async (questions: Questions, name: string): Promise<string> => {
  try {
    return (await questions.texts(name)).find((text) => /^v=spf1( |$)/i.test(text)) ?? '';
  } catch (error) {
    if (saysNone(error)) return '';
    throw error;
  }
};

/**
 * An IPv4 address out of each record that a provider's name for SPF leads to. They stand for all that it sends from: those
 * of the last record are met only after the look-ups of those before it. Rejects where a name does not answer.
 */
export const samplesOf = async (questions: Questions, name: string): Promise<readonly string[]> => {
  const names = [name];
  const samples: string[] = [];
  for (let at = 0; at < Math.min(names.length, RECORDS_MAX); at += 1) {
    const terms = (await recordAt(questions, names[at] ?? name)).split(' ');
    const addresses = terms.flatMap((term) => /^\+?ip4:([\d.]+)(?:\/\d+)?$/i.exec(term)?.[1] ?? []);
    const sample = addresses.find((address) => isIPv4(address));
    if (sample !== undefined) samples.push(sample);
    const further = terms.flatMap((term) => /^(?:\+?include:|redirect=)([^%]+)$/i.exec(term)?.[1]?.toLowerCase() ?? []);
    names.push(...further.filter((one) => !names.includes(one)));
  }
  return samples;
};
