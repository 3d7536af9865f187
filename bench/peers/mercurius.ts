import { fastify } from 'fastify';
import mercurius from 'mercurius';
import type { AccountPage } from './accounts.ts';
import { serveOnOrder, TYPE_DEFS } from './accounts.ts';

/** Mercurius, Fastify's own GraphQL server, as it is without being told anything. */
serveOnOrder(async (accounts) => {
  const app = fastify();
  await app.register(mercurius, {
    schema: TYPE_DEFS,
    context: ({ headers }) => ({ isSignedIn: accounts.isSignedIn(headers.authorization) }),
    resolvers: {
      Query: {
        smtpAccounts: (_: unknown, { first }: { readonly first?: number }, context): AccountPage => {
          if ((context as { readonly isSignedIn?: boolean }).isSignedIn !== true) throw new Error('Who are you?');
          return accounts.page(first ?? 20);
        },
      },
    },
  });
  return await app.listen({ host: '127.0.0.1', port: 0 });
});
