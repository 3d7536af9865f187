import { afterAll, describe } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyPair } from './certificates.js';
import { startDovecot } from './dovecot.js';
import { startForeground, processesIn } from './foreground.js';
import type { Foreground } from './foreground.js';
import { freePort } from './free-port.js';
import { isDeliveredTo, readMaildir } from './mailbox.js';
import type { PostfixOptions } from './postfix-configuration.js';
import { mainCf, masterCf } from './postfix-configuration.js';
import { configure, end, layOut } from './postfix-folder.js';

/** A Postfix of its own on 127.0.0.1, with its configuration, queue and mailboxes in a temporary folder. */
export interface Postfix extends AsyncDisposable {
  readonly port: number;
  /** Where all of it is, until it is stopped. */
  readonly folder: string;
  /** All that Postfix and Dovecot wrote so far. */
  readonly log: () => string;
  /** Resolves with the lines of its log that match, once there are as many. */
  readonly logged: Foreground['logged'];
  /**
   * What was delivered to an address, byte for byte, once as many messages are there. An address that is not local works
   * too: what would leave the machine is kept.
   */
  mailbox(address: string, messages?: number): Promise<readonly Buffer[]>;
  /** Ends the log-on service behind it, as when a directory is down; Postfix goes on. */
  stopLogOnService(): Promise<void>;
  /** Ends all that was started, takes the folder away, and throws if a process is left. Can be called twice. */
  stop(): Promise<void>;
}

/** Whether these tests can run: Postfix and Dovecot are installed, and this is root, as which alone they start. */
const postfixRuns = process.getuid?.() === 0 && ['/usr/sbin/postfix', '/usr/sbin/dovecot'].every((file) => existsSync(file));

/** `describe` for tests that need a real mail server; where there can be none they are reported as skipped, by name. */
export const describeWithPostfix = postfixRuns ? describe : describe.skip;

const writeChain = (folder: string, { key, cert }: KeyPair): string => {
  const file = join(folder, 'etc/chain.pem');
  writeFileSync(file, key + cert, { mode: 0o600 });
  return file;
};

/** Its logger opens /dev/stdout by name, which a pipe allows, and the socket that Node gives for one does not. */
const launch = (folder: string): Foreground => startForeground('sh', ['-c', 'postfix -c "$0" start-fg 2>&1 | cat', join(folder, 'etc')]);

const remove = (folder: string): void => {
  const left = processesIn(folder);
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Processes were left in ${folder}: ${left.join(', ')}`);
};

const running = new Set<AsyncDisposable>();
/** A test that waits in vain never comes to its own stop. */
afterAll(async () => {
  const left = [...running];
  for (const undo of left) await undo[Symbol.asyncDispose]();
  if (left.length > 0) throw new Error(`${left.length} mail servers were left running by the tests above, and were stopped now`);
});

/** Starts Postfix, and Dovecot behind it where `sasl` asks for log-ons; resolves when it listens. Needs root. */
export const startPostfix = async (options: PostfixOptions): Promise<Postfix> => {
  const folder = mkdtempSync(join(tmpdir(), 'postfix-'));
  const undo = new AsyncDisposableStack();
  running.add(undo);
  undo.defer(() => {
    running.delete(undo);
    remove(folder);
  });
  try {
    layOut(folder);
    const logOn = options.sasl === null ? null : startDovecot(join(folder, 'dovecot'), options.sasl);
    if (logOn !== null) undo.defer(() => logOn.stop());
    await logOn?.ready;
    const places = {
      folder, port: options.port ?? await freePort(),
      chainFile: options.tls === null ? null : writeChain(folder, options.tls), logOnSocket: logOn?.socket ?? null,
    };
    configure(folder, mainCf(options, places), masterCf(places));
    const postfix = launch(folder);
    undo.defer(() => end(folder, postfix));
    // The master writes this once it listens.
    await postfix.logged((line) => line.includes('daemon started'));
    const stop = (): Promise<void> => undo.disposeAsync();
    return {
      folder, port: places.port, stop, [Symbol.asyncDispose]: stop,
      log: () => [...postfix.lines, logOn?.log() ?? ''].join('\n'),
      logged: postfix.logged,
      mailbox: async (address, messages = 1) => {
        await postfix.logged((line) => line.includes(`to=<${address}>, `) && line.includes('status=sent'), messages);
        if (options.localUsers.includes(address)) return await readMaildir(join(folder, 'mail', address));
        return (await readMaildir(join(folder, 'mail/outside'))).filter((message) => isDeliveredTo(message, address));
      },
      stopLogOnService: async () => { await logOn?.stop(); },
    };
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
};
