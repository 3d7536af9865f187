import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../domain/errors.js';

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and a core for a while: more at once would let a crowd of guesses take the machine down. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 64;

let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new Problem('RATE_LIMITED', 'Too many sign-ins at the moment', 5);
    await new Promise<void>((resolve) => { waiting.push(resolve); });
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** One password is typed on many keyboards: `ü` may come as one character or as two (RFC 8265 section 4.2 takes NFC). */
const composed = (password: string): string => password.normalize('NFC');

export const hashPassword = async (password: string): Promise<string> => await inTurn(async () => await hash(composed(password), OPTIONS));

let dummy: Promise<string> | null = null;

/** A hash that no password matches: verifying against it takes as long as against a real one. Made when first needed. */
const dummyHash = async (): Promise<string> => await (dummy ??= hash(randomBytes(16).toString('hex'), OPTIONS));

/** What guards the guessing of one password. Both run in the guess's own turn, so that a crowd of guesses cannot outrun the count. */
export interface GuessGuard {
  /** Throws when there were too many wrong guesses already. */
  readonly before: () => Promise<void>;
  /** Counts a wrong one. */
  readonly wrong: () => Promise<void>;
}

/** Whether the password is right. Without a hash it takes the same time, so that unknown employees cannot be told apart. */
export const passwordMatches = async (password: string, passwordHash: string | null, guard: GuessGuard): Promise<boolean> =>
  await inTurn(async () => {
    await guard.before();
    const known = await dummyHash();
    const matches = await verify(passwordHash ?? known, composed(password.slice(0, 1024))) && passwordHash !== null;
    if (!matches) await guard.wrong();
    return matches;
  });

/** A one-time password that can be read out: 99 bits in groups of letters and digits that are not taken for one another. */
export const oneTimePassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  // 248 is the last multiple of 31 in a byte: what lies above would make some letters likelier.
  const picked: string[] = [];
  while (picked.length < 20) picked.push(...[...randomBytes(20)].filter((byte) => byte < 248).map((byte) => letters[byte % letters.length] ?? ''));
  return [0, 5, 10, 15].map((from) => picked.slice(from, from + 5).join('')).join('-');
};
