import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { Api } from '../test/support/api.ts';
import { apiAt } from '../test/support/api.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { addAccount } from './harness/mail-desk.ts';
import { startPeer } from './harness/peer.ts';
import { startPostroom } from './harness/postroom.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import { load } from './harness/wrk.ts';
import type { Order } from './peers/accounts.ts';

const ACCOUNTS = 20;
const CONNECTIONS = 16;
/** A port on which nothing listens: no account is used here. */
const NO_SERVER = 9;

/** Ten fields of each of twenty accounts. */
const QUERY = `{ smtpAccounts(first: ${ACCOUNTS}) {
  edges { node { id number name version settings { server port security emailFrom fromName accountName } } cursor } pageInfo { hasNextPage endCursor } totalCount } }`;

/** All sides must answer the same, or they are not compared. */
const checkAnswers = async (apis: readonly Api[]): Promise<void> => {
  const [first, ...others] = await Promise.all(apis.map(async (api) => (await api.ask(QUERY)).data));
  const edges = (first?.['smtpAccounts'] as { readonly edges: readonly unknown[] } | undefined)?.edges ?? [];
  if (edges.length !== ACCOUNTS) throw new Error(`There are ${edges.length} accounts on the page`);
  // Peers make objects without a prototype.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  if (!others.every((other) => isDeepStrictEqual(plain(other), plain(first)))) throw new Error('The sides do not answer the same');
};

/** Pages a second for a signed-in employee: guarded, against servers with nothing around them that read the same page from the same database by prepared statements. */
export const query: Bench = {
  name: 'query',
  run: async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('query');
    await using postroom = await startPostroom(folder.path);
    await using apollo = startPeer<Order, string>('bare-apollo.ts');
    await using mercurius = startPeer<Order, string>('mercurius.ts');
    for (let number = 1; number <= ACCOUNTS; number += 1) await addAccount(postroom.admin, NO_SERVER, { name: `Relay ${number}` });
    const file = join(folder.path, 'postroom.db');
    const token = postroom.admin.token ?? '';
    const urls = { postroom: postroom.url, apollo: await apollo.ask({ file }), mercurius: await mercurius.ask({ file }) };
    await checkAnswers(Object.values(urls).map((url) => apiAt(url, token)));
    const template = JSON.stringify({ query: QUERY });
    const side = (url: string) => async (): Promise<number> => (await load({ url, token, template, connections: CONNECTIONS, seconds })).perSecond;
    const seen = await sideBySide(rounds, { postroom: side(urls.postroom), apollo: side(urls.apollo), mercurius: side(urls.mercurius) });
    const common = { what: 'a guarded `smtpAccounts` page of 20 × 10 fields, signed in', unit: 'pages/s', by: 'ratio' } as const;
    return [
      { ...common, against: 'a bare Apollo Server that reads the same page from the same database by prepared statements, no guard', pairs: pairsOf(seen.postroom, seen.apollo), bound: { atLeast: 0.9, aim: 1 } },
      { ...common, against: 'Mercurius, likewise', pairs: pairsOf(seen.postroom, seen.mercurius), bound: null },
    ];
  },
};
