import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BackEnd } from '../support/back-end.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { ADMIN } from '../support/server.js';

/** One process of an installation: its role, and what its environment has beside that of all. */
export interface Member { readonly role: 'all' | 'api' | 'worker'; readonly environment?: Readonly<Record<string, string>> }

const MAIN = join(import.meta.dirname, '../../dist/main.js');

/** A Postroom of one or several processes on one database and one data folder, any of which may be killed and started again. */
export class Fleet implements AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly #members: readonly Member[];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #database: TestDatabase;
  readonly #running = new Map<number, ChildProcess>();
  readonly #said: string[] = [];

  private constructor(members: readonly Member[], folder: string, port: number, database: TestDatabase) {
    this.url = `http://127.0.0.1:${port}`;
    this.folder = folder;
    this.#members = members;
    this.#database = database;
    this.#environment = {
      PATH: process.env['PATH'] ?? '', POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_PORT: String(port),
      POSTROOM_SANDBOX: 'off', POSTROOM_LOG_LEVEL: 'error', POSTROOM_ADMIN_EMAIL: ADMIN.email, POSTROOM_ADMIN_PASSWORD: ADMIN.password,
      POSTROOM_CONNECT_ALLOW: '127.0.0.1:*',
    };
  }

  /** Starts all members, one after another: the first fills the database. The database is one of its own, on the back end given. */
  static async start(members: readonly Member[], backEnd: BackEnd): Promise<Fleet> {
    const folder = mkdtempSync(join(tmpdir(), 'postroom-chaos-'));
    const fleet = new Fleet(members, folder, await freePort(), await testDatabase(folder, backEnd));
    for (const at of members.keys()) await fleet.started(at);
    return fleet;
  }

  get size(): number {
    return this.#members.length;
  }

  /** The end of what all processes wrote, for whoever looks for a cause. */
  get said(): string {
    return this.#said.slice(-200).join('\n');
  }

  /** Starts a member; resolves when it runs (true), or when it was killed before it did (false). Throws when it ends by itself. */
  async started(at: number): Promise<boolean> {
    const member = this.#members[at];
    if (member === undefined) throw new Error(`There is no member ${at}`);
    const environment = { ...this.#environment, POSTROOM_ROLE: member.role, ...member.environment };
    const child = spawn(process.execPath, [MAIN, 'start'], { env: { POSTROOM_HEALTH_INTERVAL_MINUTES: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#running.set(at, child);
    const ready = Promise.withResolvers<boolean>();
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        this.#said.push(`${at}: ${line}`);
        if (/^Postroom (?:listens at|carries emails)/.test(line)) ready.resolve(true);
      });
    }
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') ready.resolve(false);
      else ready.reject(new Error(`Member ${at} ended with ${code ?? signal} before it ran:\n${this.said}`));
    });
    return await ready.promise;
  }

  /** Ends a member at once, without a word, and resolves when it is gone. One that was never started is gone already. */
  async kill(at: number): Promise<void> {
    await this.#ended(at, 'SIGKILL');
  }

  async #ended(at: number, how: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#running.get(at);
    this.#running.delete(at);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(how);
    await exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#running.keys()].map(async (at) => await this.#ended(at, 'SIGTERM')));
    await this.#database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
