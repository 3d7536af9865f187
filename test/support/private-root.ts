import { describe } from '@jest/globals';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { startForeground } from './foreground.js';
import { answers } from './reachable.js';

/** A mail server that .ci/services unpacked into a root of its own, since it cannot be installed beside Postfix. */
export type UnpackedServer = 'exim' | 'opensmtpd';

const rootOf = (name: UnpackedServer): string =>
  join(process.env['POSTROOM_SERVICES_DIR'] ?? '/var/tmp/postroom-services', 'mail-servers', name);

/** `describe` for tests that need such a server, and root, as which alone it starts; else they are reported as skipped, by name. */
export const describeWith = (name: UnpackedServer): typeof describe | typeof describe.skip =>
  (process.getuid?.() === 0 && existsSync(join(rootOf(name), 'version')) ? describe : describe.skip);

/** A running program in a root that is its own. */
export interface Rooted extends AsyncDisposable {
  readonly log: () => string;
  /** Resolves when something listens on the port; rejects, and ends all, if nothing does. */
  readonly listens: (port: number) => Promise<void>;
}

/**
 * Copies the root, lets `lay` write into it, and starts the program there; ends it by its process group, and the copy goes. Two
 * of one kind run side by side, although both have their paths built in.
 */
export const startRooted = (name: UnpackedServer, lay: (root: string) => void, program: readonly string[]): Rooted => {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  cpSync(rootOf(name), root, { recursive: true, verbatimSymlinks: true });
  // mkdtemp lets in nobody else, but the users that it changes to have to pass.
  chmodSync(root, 0o755);
  lay(root);
  const running = startForeground('chroot', [root, ...program]);
  const end = async (): Promise<void> => {
    if (running.running()) process.kill(-running.pid, 'SIGTERM');
    await running.closed;
    rmSync(root, { recursive: true, force: true });
  };
  return {
    log: () => running.lines.join('\n'),
    listens: async (port) => {
      const never = running.logged(() => false);
      try {
        await Promise.race([never, eventually(() => answers(port), (there) => there)]);
      } catch (error) {
        // Nobody has it yet to end it.
        await end();
        throw error;
      }
    },
    [Symbol.asyncDispose]: end,
  };
};
