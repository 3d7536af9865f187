import { Refused } from '../domain/errors.js';

/** Something that the person at the command line can mend, in words for that person. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

/** The innermost error that has words: a driver wraps "connection refused" in the whole statement that met it. */
const rootOf = (error: Error): Error => {
  let root = error;
  while (root.cause instanceof Error) root = root.cause;
  return root;
};

const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const root = rootOf(error);
  const code = 'code' in root && typeof root.code === 'string' ? root.code : root.name;
  return (root.message || code).split('\n')[0] ?? code;
};

/** What went wrong, one line for each thing to mend. */
export const linesOf = (error: unknown): readonly string[] => {
  if (error instanceof Refused) {
    return error.faults.map(({ path, message }) => [path.filter((step) => step !== 'input').join('.'), message].filter(Boolean).join(': '));
  }
  // Every fault of the environment at once; its class is not loaded here, to keep the command quick to start.
  if (error instanceof Error && error.name === 'EnvironmentFault') return error.message.split('\n');
  return [wordsOf(error)];
};

/** Says on standard error what went wrong: no stack trace, unless somebody is debugging. */
export const complain = (error: unknown, withStack: boolean): void => {
  for (const line of linesOf(error)) console.error(`postroom: ${line}`);
  if (withStack && error instanceof Error) console.error(error);
};
