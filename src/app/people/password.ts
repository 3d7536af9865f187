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

export const hashPassword = async (password: string): Promise<string> => await inTurn(async () => await hash(password, OPTIONS));

/** A hash that no password matches: verifying against it takes as long as against a real one. */
const DUMMY = hashPassword(randomBytes(16).toString('hex'));

/** Whether the password is right. Without a hash it takes the same time, so that unknown employees cannot be told apart. */
export const passwordMatches = async (password: string, passwordHash: string | null): Promise<boolean> => {
  const dummy = await DUMMY;
  const matches = await inTurn(async () => await verify(passwordHash ?? dummy, password));
  return matches && passwordHash !== null;
};

/** A one-time password that can be read out: 100 bits in groups of letters and digits that are not taken for one another. */
export const oneTimePassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked = [...randomBytes(20)].map((byte) => letters[byte % letters.length]);
  return [0, 5, 10, 15].map((from) => picked.slice(from, from + 5).join('')).join('-');
};
