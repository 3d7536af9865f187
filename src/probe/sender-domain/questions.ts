import type { Resolver } from '../../doors/resolver.js';

/** What one check may cost, whatever the zones say. */
export interface QuestionLimits {
  /** Different questions; a sound domain with everything takes some 30. */
  readonly questionsMax: number;
  /** Characters of all TXT records at one name: 64 KiB would fit into an answer. */
  readonly textCharactersMax: number;
  readonly recordsMax: number;
}

export const QUESTION_LIMITS: QuestionLimits = { questionsMax: 120, textCharactersMax: 16_384, recordsMax: 200 };

/** A question that got no usable answer; `code` is that of `node:dns`, or EANSWERSIZE or EQUESTIONS for our own limits. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The code of an error, in whatever shape. */
export const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'EUNEXPECTED';
};

/** Whether an error says for certain that there is no such record; any other leaves it open. */
export const saysNone = (error: unknown): boolean => ['ENOTFOUND', 'ENODATA', 'EBADNAME'].includes(codeOf(error));

const WORDS: Readonly<Record<string, string>> = {
  ETIMEOUT: 'the DNS server did not answer in time', ECANCELLED: 'the time for all of it was over',
  ESERVFAIL: 'the DNS server failed for this name (SERVFAIL), often a fault of DNSSEC', EREFUSED: 'the DNS server refused the question',
  ECONNREFUSED: 'no DNS server listens there', EANSWERSIZE: 'the answer is too large to be meant', EQUESTIONS: 'it leads to too many names',
};

/** Why there is no answer, for a person. */
export const inWords = (error: unknown): string => WORDS[codeOf(error)] ?? `the DNS server gave no usable answer (${codeOf(error)})`;

/**
 * The questions of one check: each is asked once, and all of them are bounded in number, in size and, by the signal, in
 * time. What is asked again is answered from memory, an error too. Rejects with Node's errors, or {@link NoAnswer}.
 */
export class Questions {
  readonly #resolver: Resolver;
  readonly #limits: QuestionLimits;
  readonly #signal: AbortSignal;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(resolver: Resolver, signal: AbortSignal, limits = QUESTION_LIMITS) {
    this.#resolver = resolver;
    this.#signal = signal;
    this.#limits = limits;
  }

  get count(): number {
    return this.#answers.size;
  }

  /** The records of a kind at a name, in the shape that `node:dns` gives them. */
  readonly ask = (name: string, type: string): Promise<unknown> => {
    const key = `${type} ${name.toLowerCase()}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    if (this.#answers.size >= this.#limits.questionsMax) return Promise.reject(new NoAnswer('EQUESTIONS', 'Too many questions'));
    const answer = this.#resolve(name, type);
    // Who asks handles it; what was asked ahead of time must not bring the process down.
    answer.catch(() => {});
    this.#answers.set(key, answer);
    return answer;
  };

  /** TXT records, each in one piece. */
  async texts(name: string): Promise<readonly string[]> {
    return (await this.ask(name, 'TXT') as readonly string[][]).map((strings) => strings.join(''));
  }

  /** Records that are one text each. None is an empty list here. */
  async names(name: string, type: 'A' | 'AAAA' | 'PTR' | 'CNAME'): Promise<readonly string[]> {
    try {
      return await this.ask(name, type) as readonly string[];
    } catch (error) {
      if (saysNone(error)) return [];
      throw error;
    }
  }

  async #resolve(name: string, type: string): Promise<unknown> {
    // A resolver that was cancelled takes new questions.
    if (this.#signal.aborted) throw new NoAnswer('ECANCELLED', 'The time is over');
    const records: unknown = await this.#resolver.resolve(name, type);
    if (!Array.isArray(records) || records.length > this.#limits.recordsMax) throw new NoAnswer('EANSWERSIZE', 'Too many records');
    const characters = type === 'TXT' ? (records as string[][]).flat().reduce((sum, part) => sum + part.length, 0) : 0;
    if (characters > this.#limits.textCharactersMax) throw new NoAnswer('EANSWERSIZE', 'Too much text');
    return records;
  }
}
