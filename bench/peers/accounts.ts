import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';

/** What the peers of `query` serve: the part of Postroom's API that the bench asks for, under the same names. */
export const TYPE_DEFS = `
  type SmtpAccountSettings { server: String port: Int security: String emailFrom: String fromName: String accountName: String }
  type SmtpAccount { id: ID! number: String! name: String! version: Int! settings: SmtpAccountSettings }
  type SmtpAccountEdge { node: SmtpAccount! cursor: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type SmtpAccountConnection { edges: [SmtpAccountEdge!]! pageInfo: PageInfo! totalCount: Int }
  type Query { smtpAccounts(first: Int): SmtpAccountConnection! }
`;

interface AccountRow { readonly id: string; readonly number: string; readonly number_sort: string; readonly name: string; readonly version: number; readonly settings: string | null }
interface Node extends Omit<AccountRow, 'settings'> { readonly settings: object | null }

/** A page as Postroom answers it. */
export interface AccountPage {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** Reads the page that Postroom answers from Postroom's own database, by statements that are prepared once: rows whole, and the count. Nothing is checked but who asks. */
export class Accounts {
  readonly #session: Database.Statement;
  readonly #page: Database.Statement;
  readonly #count: Database.Statement;

  constructor(file: string) {
    const database = new Database(file, { readonly: true });
    this.#session = database.prepare(
      'select e.id, e.name from session s join employee e on e.id = s.employee_id where s.token_hash = ? and s.expires_at > ? and e.active = 1');
    this.#page = database.prepare('select * from smtp_account order by number_sort asc, id asc limit ?');
    this.#count = database.prepare('select count(*) as total from (select 1 from smtp_account limit 10001) limit 1');
  }

  /** Whether a bearer is signed in. */
  isSignedIn(authorization: string | undefined): boolean {
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    return this.#session.get(createHash('sha256').update(token).digest('hex'), Date.now()) !== undefined;
  }

  page(first: number): AccountPage {
    const rows = this.#page.all(first + 1) as AccountRow[];
    const edges = rows.slice(0, first).map((row) => ({
      node: { ...row, settings: row.settings === null ? null : JSON.parse(row.settings) as object },
      cursor: Buffer.from(JSON.stringify([row.number_sort, row.id])).toString('base64url'),
    }));
    const { total } = this.#count.get() as { total: number };
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: total };
  }
}

/** Where the database is; the answer is where the peer serves it. */
export interface Order { readonly file: string }

/** Serves when the parent says what, and tells it where. */
export const serveOnOrder = (serve: (accounts: Accounts) => Promise<string>): void => {
  process.on('message', ({ file }: Order) => {
    void serve(new Accounts(file)).then((url) => process.send?.(url), (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
};
