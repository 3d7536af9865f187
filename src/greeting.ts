import type { Config } from './config/config.js';
import type { Running } from './start.js';

const firstMutation = 'mutation { sendEmail(input: { to: ["you@example.com"], subject: "Hello", text: "It works." }) { email { id status } userErrors { message } } }';

/** A command that sends an email, ready to be pasted into a shell. */
const curlFor = (address: string, token: string): string =>
  `curl -s ${address}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${JSON.stringify({ query: firstMutation })}'`;

/** What it means that processes share a database and no queue; nothing where this process does all. */
const withoutQueue: Readonly<Record<Config['role'], readonly string[]>> = {
  all: [],
  api: ['No queue is set (POSTROOM_QUEUE_URL): another process finds new emails once a second, and subscriptions hear only of what happens in this one'],
  worker: ['No queue is set (POSTROOM_QUEUE_URL): one process carries at a time; this one does, or stands by until the other ends'],
};

/** What the start says: what it does and where, and on the first one how to sign in and how to send the first email. */
export const greeting = ({ address, first, copyReason }: Running, { role, queueUrl }: Config, elapsedMs: number): string => {
  const ready = address === null ? 'Postroom carries emails' : `Postroom listens at ${address}`;
  const lines = [`${ready} (started in ${Math.round(elapsedMs)} ms)`];
  lines.push(...(queueUrl === null ? withoutQueue[role] : ['It works together with other processes through the queue']));
  if (address !== null) lines.push(`In a browser: ${address} (the API's playground: ${address}/graphql)`);
  if (copyReason !== null) {
    lines.push('', 'NOTHING IS SENT: this database is taken for a copy.', `  ${copyReason}.`,
      '  What waits is parked, for the original may have sent it. See docs/operations.md, "Restore", then run: postroom confirm-instance');
  }
  if (first) {
    const password = first.oneTimePassword === null ? 'as given' : `${first.oneTimePassword} (shown once; to be changed at the first sign-in)`;
    lines.push('', 'First employee:', `  email     ${first.email}`, `  password  ${password}`);
  }
  if (first?.sandbox && address !== null) lines.push('', 'Send a first email (the token may do nothing but send, and is shown once):', `  ${curlFor(address, first.token)}`);
  return lines.join('\n');
};
