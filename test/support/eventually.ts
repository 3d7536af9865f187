import { scheduler } from 'node:timers/promises';

const ASK_EVERY_MS = 25;

/** Asks until the answer is as wanted; throws with the last answer when it is not in time. The time is a bound, not a wait. */
export const eventually = async <T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, withinMs = 20_000): Promise<T> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Not as wanted within ${withinMs} ms: ${JSON.stringify(answer)}`);
    await scheduler.wait(ASK_EVERY_MS);
  }
};
