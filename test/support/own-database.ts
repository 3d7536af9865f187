import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { eventually } from './eventually.js';
import type { Foreground } from './foreground.js';
import { startForeground } from './foreground.js';
import { freePort } from './free-port.js';

const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Neither server wants to run as root. */
const asNobody = (): string[] => (process.getuid?.() === 0 ? ['--user=nobody'] : []);
const USER = "CREATE USER IF NOT EXISTS 'postroom'@'%' IDENTIFIED BY 'postroom';\nGRANT ALL PRIVILEGES ON *.* TO 'postroom'@'%';\nCREATE DATABASE IF NOT EXISTS postroom CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;\n";
/** Every commit reaches the disk, as in production. */
const OPTIONS = ['--bind-address=127.0.0.1', '--skip-name-resolve', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=64M'];

/** How a server is installed and started. `inside` is its folder as it sees it. */
interface Program {
  readonly folder: string;
  readonly inside: string;
  readonly install: readonly string[];
  readonly start: readonly string[];
}

/** Where `.ci/services` keeps MySQL, which Debian stable does not have. */
const MYSQL_ROOT = join(process.env['POSTROOM_SERVICES_DIR'] ?? '/var/tmp/postroom-services', 'mysql-root');

/** Whether this machine has the programs; it may be that only a server elsewhere answers. */
export const canOwn = (kind: 'mariadb' | 'mysql'): boolean => (kind === 'mariadb' || (process.getuid?.() === 0 && existsSync(join(MYSQL_ROOT, 'usr/sbin/mysqld'))));

const mariaDb = (): Program => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-mariadb-'));
  return {
    folder, inside: folder,
    install: ['mariadb-install-db', '--no-defaults', `--datadir=${join(folder, 'data')}`, '--skip-test-db', '--auth-root-authentication-method=normal'],
    start: ['mariadbd', '--no-defaults'],
  };
};

const mySql = (): Program => {
  const folder = mkdtempSync(join(MYSQL_ROOT, 'srv/test-'));
  const inside = join('/srv', basename(folder));
  const program = ['chroot', MYSQL_ROOT, 'mysqld', '--no-defaults'];
  return { folder, inside, install: [...program, '--initialize-insecure', `--datadir=${join(inside, 'data')}`], start: [...program, '--mysqlx=OFF', '--secure-file-priv=NULL'] };
};

/** A MariaDB or MySQL of a test's own, which may be killed and started again on the same data. */
export class OwnDatabase implements AsyncDisposable {
  readonly url: string;
  readonly #program: Program;
  readonly #port: number;
  #process: Foreground | null = null;

  private constructor(kind: 'mariadb' | 'mysql', program: Program, port: number) {
    this.#program = program;
    this.#port = port;
    this.url = `${kind}://postroom:postroom@127.0.0.1:${port}/postroom`;
  }

  static async start(kind: 'mariadb' | 'mysql'): Promise<OwnDatabase> {
    const program = kind === 'mariadb' ? mariaDb() : mySql();
    if (process.getuid?.() === 0) chownSync(program.folder, Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })), -1);
    const [command = '', ...args] = program.install;
    execFileSync(command, [...args, ...asNobody()], { env: { PATH }, stdio: 'pipe' });
    writeFileSync(join(program.folder, 'user.sql'), USER, { mode: 0o644 });
    const own = new OwnDatabase(kind, program, await freePort());
    await own.start();
    return own;
  }

  /** Starts it, and resolves when it lets Postroom in. */
  async start(): Promise<void> {
    const { inside, start: [command = '', ...args] } = this.#program;
    const data = join(inside, 'data');
    this.#process = startForeground(command, [...args, ...asNobody(), `--datadir=${data}`, `--port=${this.#port}`, `--socket=${join(data, 'sock')}`,
      `--pid-file=${join(data, 'pid')}`, `--init-file=${join(inside, 'user.sql')}`, ...OPTIONS]);
    await eventually(async () => await this.#letsIn(), Boolean, 60_000);
  }

  async #letsIn(): Promise<boolean> {
    if (this.#process?.running() !== true) throw new Error(`It ended:\n${this.#process?.lines.join('\n')}`);
    return await createConnection({ uri: this.url.replace(/^mariadb/, 'mysql') }).then(async (connection) => await connection.end().then(() => true), () => false);
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
    rmSync(this.#program.folder, { recursive: true, force: true });
  }
}
