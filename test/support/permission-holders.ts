import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import Database from 'better-sqlite3';
import type { Api } from './api.js';
import { hire } from './people.js';
import type { TestServer } from './server.js';

export const KINDS = ['employee', 'role', 'token'] as const;
export type Kind = (typeof KINDS)[number];
export interface Four { access: boolean; modify: boolean; add: boolean; erase: boolean }

/** An employee with rights of its own, one whose rights come from a role, and a program: each with one access record. */
export interface Holders {
  readonly apis: Readonly<Record<Kind, Api>>;
  /** Gives all three the same rights on one record type, and none on any other. */
  set(recordType: string, rights: Four): Promise<void>;
  close(): Promise<void>;
}

const ROLE = 'mutation { createRole(input: { name: "Permission table" }) { role { id } userErrors { code } } }';
const TOKEN = 'mutation { createApplicationToken(input: { name: "Permission table" }) { applicationToken { id } secret userErrors { code } } }';

/** Runs statements on the database of a running server over one connection. */
const connectionTo = async (url: string) => {
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { timeout: 5000 });
    return { run: async (sql: string, values: readonly (string | number)[]) => { database.prepare(sql).run(...values); }, close: async () => { database.close(); } };
  }
  const connection = await createConnection(url.replace(/^mariadb/, 'mysql'));
  return { run: async (sql: string, values: readonly (string | number)[]) => { await connection.query(sql, [...values]); }, close: async () => await connection.end() };
};

/**
 * Makes the holders. Their rights are set in the database itself, with another stamp of rights as every change gives:
 * through the API each change would end their sessions, and each of the many combinations would cost two sign-ins.
 */
export const permissionHolders = async (server: TestServer): Promise<Holders> => {
  const { role } = await server.admin.get<{ role: { id: string } }>(ROLE);
  const { applicationToken, secret } = await server.admin.get<{ applicationToken: { id: string }; secret: string }>(TOKEN);
  const employee = await hire(server, 'Own Rights');
  const member = await hire(server, 'Rights Of A Role', [], [role.id]);
  const holders = [['EMPLOYEE', employee.id], ['ROLE', role.id], ['APPLICATION_TOKEN', applicationToken.id]] as const;
  const { run, close } = await connectionTo(server.environment['POSTROOM_DATABASE_URL'] ?? '');
  return {
    apis: { employee: employee.api, role: member.api, token: server.anybody.as(secret) },
    set: async (recordType, rights) => {
      for (const [kind, id] of holders) {
        await run('delete from access_record where holder_kind = ? and holder_id = ?', [kind, id]);
        await run('insert into access_record (holder_kind, holder_id, record_type, may_access, may_modify, may_add, may_erase) values (?, ?, ?, ?, ?, ?, ?)',
          [kind, id, recordType, ...[rights.access, rights.modify, rights.add, rights.erase].map(Number)]);
      }
      await run('update installation set value = ? where `key` = ?', [randomUUID(), 'rights_stamp']);
    },
    close,
  };
};
