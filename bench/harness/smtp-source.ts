import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TEXT_OCTETS } from './message.ts';
import { killAtExit } from './started.ts';

/** Messages to hand to an SMTP server with Postfix's own load generator. */
export interface Submission {
  readonly port: number;
  readonly messages: number;
  readonly connections: number;
  /** Several messages over one connection (`-d`), or a connection for each. */
  readonly reuse: boolean;
}

/** Hands them over, and says how long it took in seconds. */
export const submit = async ({ port, messages, connections, reuse }: Submission): Promise<number> => {
  const begun = performance.now();
  const submitted = promisify(execFile)('/usr/sbin/smtp-source', [
    ...(reuse ? ['-d'] : []), '-s', String(connections), '-m', String(messages), '-l', String(TEXT_OCTETS),
    '-f', 'office@example.com', '-t', 'customer@customer.example', `inet:127.0.0.1:${port}`,
  ]);
  killAtExit(submitted.child);
  await submitted;
  return (performance.now() - begun) / 1000;
};
