import { scheduler } from 'node:timers/promises';
import type { House } from '../house.js';

const AGAIN_MS = 1_000;

/**
 * Writes what came of an email, and tries anew while the database is away: the answer of a server is known only here, and where
 * it is lost a person has to find out. `work` must be fenced, so that it changes nothing where it had come about already, or
 * where somebody else decided meanwhile. After `forMs`, at most a lease, the failure is thrown: then that decides.
 */
export const patiently = async <T>(house: House, forMs: number, work: () => Promise<T>): Promise<T> => {
  const until = house.now() + forMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (house.now() + AGAIN_MS > until) throw error;
      await scheduler.wait(AGAIN_MS);
    }
  }
};
