import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Api } from './api.js';
import { insert } from './rows.js';
import type { TestServer } from './server.js';

type Right = 'access' | 'modify' | 'add' | 'erase';

/** Rights by record type, such as `{ EMAILS: ['add'] }`; `areas` limits those on these types, or on both that know areas. */
export interface TokenRights {
  readonly rights: Readonly<Record<string, readonly Right[]>>;
  readonly areas?: readonly string[];
  readonly limited?: readonly string[];
}

/** A program with a token of its own, made in the database: what is tested is what it may do, not how it came to be. */
export interface TestToken { readonly id: string; readonly secret: string; readonly api: Api }

export const testToken = async (server: TestServer, { rights, areas, limited = ['EMAILS', 'EMAIL_CONTENT'] }: TokenRights, limitedTo: readonly string[] | null = null): Promise<TestToken> => {
  const id = randomUUID();
  const secret = `prt_${randomBytes(32).toString('base64url')}`;
  await insert(server, 'application_token', {
    id, name: `Program ${id}`, name_key: `program ${id}`, secret_hash: createHash('sha256').update(secret).digest('hex'),
    areas: limitedTo === null ? null : JSON.stringify(limitedTo), created_by_id: null, created_by_name: 'test', created_at: Date.now(),
    expires_at: null, revoked_at: null, version: 1,
  });
  for (const [recordType, held] of Object.entries(rights)) {
    const may = (right: Right): number => (held.includes(right) ? 1 : 0);
    await insert(server, 'access_record', {
      holder_kind: 'APPLICATION_TOKEN', holder_id: id, record_type: recordType, may_access: may('access'), may_modify: may('modify'),
      may_add: may('add'), may_erase: may('erase'),
      areas: areas !== undefined && limited.includes(recordType) ? JSON.stringify(areas) : null,
    });
  }
  return { id, secret, api: server.anybody.as(secret) };
};
