export type DatabaseKind = 'sqlite' | 'mysql' | 'mariadb';

/** Where the record is kept. `file` only for SQLite. */
export interface DatabaseAddress { readonly kind: DatabaseKind; readonly url: string; readonly file: string | null }

/** `sqlite:./data/postroom.db`, `mysql://user:password@host:port/name` or `mariadb://…`; throws on any other scheme. */
export const parseDatabaseUrl = (url: string): DatabaseAddress => {
  if (url.startsWith('sqlite:')) return { kind: 'sqlite', url, file: url.slice('sqlite:'.length) };
  if (url.startsWith('mysql://')) return { kind: 'mysql', url, file: null };
  if (url.startsWith('mariadb://')) return { kind: 'mariadb', url: url.replace(/^mariadb/, 'mysql'), file: null };
  throw new Error('must begin with sqlite:, mysql:// or mariadb://');
};
