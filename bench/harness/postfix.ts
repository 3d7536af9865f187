import { connect } from 'node:net';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startForeground } from '../../test/support/foreground.ts';
import { freePort } from '../../test/support/free-port.ts';
import { masterCf } from '../../test/support/postfix-configuration.ts';
import { configure, end, layOut } from '../../test/support/postfix-folder.ts';
import { undoAtExit } from './started.ts';

/** A Postfix with a queue of its own, on the disk that Postroom's database is on too. */
export interface Postfix extends AsyncDisposable {
  readonly port: number;
  /** Messages that it holds, in any of its queues. */
  queued(): number;
  /** Takes away what it holds, so that the next round finds it as the first did. */
  forget(): void;
}

/** What it does with messages: keep them where nobody looks at them again, or pass them on over as many connections. */
export type Duty = 'hold' | { readonly relayPort: number; readonly connections: number };

const QUEUES = ['hold', 'incoming', 'active', 'deferred'];

/**
 * Settings in its favour: no wait when mail comes in faster than it goes out, no log, no look-ups; and where it relays, connections
 * that stay open, as many as the other side has, from the first message on.
 */
const mainCf = (folder: string, duty: Duty): string => Object.entries({
  compatibility_level: '3.6',
  queue_directory: `${folder}/queue`,
  data_directory: `${folder}/data`,
  inet_interfaces: '127.0.0.1',
  inet_protocols: 'ipv4',
  myhostname: 'mail.example.com',
  mydestination: '',
  local_recipient_maps: '',
  alias_maps: '',
  alias_database: '',
  mynetworks: '127.0.0.0/8',
  notify_classes: '',
  in_flow_delay: 0,
  smtpd_peername_lookup: 'no',
  smtpd_error_sleep_time: 0,
  smtpd_tls_security_level: 'none',
  smtp_tls_security_level: 'none',
  ...(duty === 'hold' ? { smtpd_client_restrictions: 'static:HOLD' } : {
    default_transport: `smtp:[127.0.0.1]:${duty.relayPort}`,
    relay_transport: `smtp:[127.0.0.1]:${duty.relayPort}`,
    smtp_destination_concurrency_limit: duty.connections,
    initial_destination_concurrency: duty.connections,
    smtp_connection_cache_destinations: 'static:all',
    smtp_connection_reuse_count_limit: 0,
    smtp_connection_reuse_time_limit: '3600s',
    qmgr_message_active_limit: 20_000,
  }),
}).map(([name, value]) => `${name} = ${value}\n`).join('');

const listens = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const greeted = await once(socket, 'data').then(() => true, () => false);
    socket.destroy();
    if (greeted) return;
    await setTimeout(50);
  }
};

/** Queue files, also in the folders that a big queue is spread over. */
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
  .filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));

/** Starts it in a folder; needs root, as which alone Postfix starts. */
export const startPostfix = async (folder: string, duty: Duty): Promise<Postfix> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/sbin/postfix')) throw new Error('This bench needs Postfix and root, as which alone it starts');
  const port = await freePort();
  layOut(folder);
  configure(folder, mainCf(folder, duty), masterCf({ folder, port, chainFile: null, logOnSocket: null }));
  const postfix = startForeground('postfix', ['-c', join(folder, 'etc'), 'start-fg']);
  // Its first step is taken at once, and ending the master is all that it takes.
  const ended = undoAtExit(() => { void end(folder, postfix); });
  await listens(port);
  const files = (): string[] => QUEUES.flatMap((queue) => filesIn(join(folder, 'queue', queue)));
  return {
    port,
    queued: () => files().length,
    forget: () => { for (const file of files()) rmSync(file, { force: true }); },
    [Symbol.asyncDispose]: async () => {
      await end(folder, postfix);
      ended();
    },
  };
};
