import { spf } from 'mailauth/lib/spf/index.js';
import { codeOf, inWords, NoAnswer, saysNone, type Questions } from './questions.js';

/** Who sends, as far as a record can ask. */
export interface Sender {
  readonly address: string;
  /** Whether a name was made of what is invented of the sender: a true one's would be another, and may exist. */
  readonly madeUp: (name: string) => boolean;
}

/** How one evaluation goes on. */
export interface WalkOptions {
  readonly lookupsMax: number;
  readonly voidsMax: number;
  /** In place of the record that is published. */
  readonly record?: string;
}

/** What one evaluation came to. */
export interface Walk {
  /** RFC 7208 section 2.6. */
  readonly result: string;
  /** Why that was a `permerror`. */
  readonly fault: string | null;
  readonly lookups: number;
  readonly voids: number;
  /** Names that TXT was asked of, in lower case. */
  readonly met: ReadonlySet<string>;
  /** Questions without a record, for a person. */
  readonly voidNames: readonly string[];
}

/** RFC 7208 section 4.6.4: what a receiver grants one evaluation. */
export const TRUE_LIMITS: WalkOptions = { lookupsMax: 10, voidsMax: 2 };
const MX_HOSTS_MAX = 10;

/** Without a dot and a dash, at which macros cut (RFC 7208 section 7.1), so that it is found again in what they make. */
const LOCAL_PART = 'nobodyatpostroom';

/** Nobody has it (RFC 1112 section 4, class E), so that no mechanism ends the walk before the end of the record. */
const NOBODYS_ADDRESS = '247.193.251.239';
/** Each of its numbers, since macros turn, cut and join them (RFC 7208 section 7.3). */
const NOBODYS_NUMBERS = /(^|[.-])(247|193|251|239)([.-]|$)/;

/** A sender that no record means. */
export const NOBODY: Sender = { address: NOBODYS_ADDRESS, madeUp: (name) => name.toLowerCase().includes(LOCAL_PART) || NOBODYS_NUMBERS.test(name) };

/** A server that has this address for certain; who writes the mail is invented all the same. */
export const senderAt = (address: string): Sender => ({ address, madeUp: (name) => name.toLowerCase().includes(LOCAL_PART) });

/** A server with an address that stands for others, which names of an allow-list may have. */
export const sampleAt = (address: string): Sender => {
  const parts = address.split('.');
  const forms = [parts, parts.toReversed()].flatMap((all) => [all.join('.'), all.join('-')]);
  return { address, madeUp: (name) => name.toLowerCase().includes(LOCAL_PART) || forms.some((form) => `.${name}`.includes(`.${form}.`)) };
};

type Ask = NonNullable<Parameters<typeof spf>[0]['resolver']>;

/** The library lets an error say what the evaluation comes to. It counts these hosts itself, but by the limit of look-ups. */
const tooManyHosts = (name: string): Error =>
  Object.assign(new NoAnswer('EMXHOSTS', name), { spfResult: { error: 'permerror', text: `mx of ${name} has more than ${MX_HOSTS_MAX} hosts (RFC 7208 section 4.6.4)` } });

/**
 * Evaluates the SPF record of a domain for one sender (RFC 7208 section 4). Names that exist only for an invented sender
 * count as look-ups, but never as void ones.
 */
export const walk = async (questions: Questions, domain: string, { address, madeUp }: Sender, { lookupsMax, voidsMax, record }: WalkOptions): Promise<Walk> => {
  const met = new Set<string>();
  const voidNames = new Set<string>();
  const hosts = new Set<string>();
  const ask: Ask = async (name, type) => {
    if (type === 'TXT') met.add(name.toLowerCase());
    if (type === 'TXT' && record !== undefined && name.toLowerCase() === domain) return [[record]];
    try {
      const answer = await questions.ask(name, type) as string[][] | string[];
      if (type === 'MX') for (const { exchange } of answer as unknown as readonly { exchange: string }[]) hosts.add(exchange);
      if (type === 'MX' && answer.length > MX_HOSTS_MAX && lookupsMax > MX_HOSTS_MAX) throw tooManyHosts(name);
      return answer;
    } catch (error) {
      if (saysNone(error) && madeUp(name)) return [];
      // Hosts of mx are no void look-ups: its own question was answered.
      if (saysNone(error) && !hosts.has(name)) voidNames.add(`${type} ${name}`);
      if (codeOf(error) === 'EMXHOSTS') throw error;
      // The library writes onto the error it gets, and a remembered one is another's too.
      throw new NoAnswer(codeOf(error), inWords(error));
    }
  };
  const sender = `${LOCAL_PART}@${domain}`;
  const { status, lookups } = await spf({
    sender, ip: address, helo: `${LOCAL_PART}.invalid`, mta: 'postroom.invalid', resolver: ask, strict: true, maxResolveCount: lookupsMax, maxVoidCount: voidsMax,
  });
  // The library puts why into a comment, behind whose mail it is about.
  const fault = status.result === 'permerror' ? status.comment?.split(`lookup of ${sender}: `, 2)[1] ?? null : null;
  return { result: status.result, fault, lookups: lookups?.count ?? 0, voids: lookups?.void ?? 0, met, voidNames: [...voidNames] };
};
