import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { eventually } from './eventually.js';
import type { Foreground } from './foreground.js';
import { startForeground } from './foreground.js';
import { freePort } from './free-port.js';

const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** MariaDB refuses to run as root. */
const asNobody = (): string[] => (process.getuid?.() === 0 ? ['--user=nobody'] : []);
const USER = "CREATE USER IF NOT EXISTS 'postroom'@'%' IDENTIFIED BY 'postroom';\nGRANT ALL PRIVILEGES ON *.* TO 'postroom'@'%';\nCREATE DATABASE IF NOT EXISTS postroom CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;\n";
/** Every commit reaches the disk, as in production. */
const OPTIONS = ['--bind-address=127.0.0.1', '--skip-name-resolve', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=64M'];

/** A MariaDB of a test's own, which may be killed and started again on the same data. */
export class OwnMariaDb implements AsyncDisposable {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  #process: Foreground | null = null;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.url = `mariadb://postroom:postroom@127.0.0.1:${port}/postroom`;
  }

  static async start(): Promise<OwnMariaDb> {
    const folder = mkdtempSync(join(tmpdir(), 'postroom-mariadb-'));
    if (process.getuid?.() === 0) chownSync(folder, Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })), -1);
    execFileSync('mariadb-install-db', ['--no-defaults', ...asNobody(), `--datadir=${join(folder, 'data')}`, '--skip-test-db', '--auth-root-authentication-method=normal'],
      { env: { PATH }, stdio: 'pipe' });
    writeFileSync(join(folder, 'user.sql'), USER, { mode: 0o644 });
    const own = new OwnMariaDb(folder, await freePort());
    await own.start();
    return own;
  }

  /** Starts it, and resolves when it lets Postroom in. */
  async start(): Promise<void> {
    const data = join(this.#folder, 'data');
    this.#process = startForeground('mariadbd', ['--no-defaults', ...asNobody(), `--datadir=${data}`, `--port=${this.#port}`, `--socket=${join(data, 'sock')}`,
      `--pid-file=${join(data, 'pid')}`, `--init-file=${join(this.#folder, 'user.sql')}`, ...OPTIONS]);
    await eventually(async () => await createConnection({ uri: this.url.replace(/^mariadb/, 'mysql') }).then(async (connection) => await connection.end().then(() => true), () => false), Boolean, 60_000);
  }

  /** Ends it, in order or at once, and resolves when it is gone. */
  async end(how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.#process === null) return;
    process.kill(this.#process.pid, how);
    await this.#process.closed;
    this.#process = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
