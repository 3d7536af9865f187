import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import type { AccountPage } from './accounts.ts';
import { serveOnOrder, TYPE_DEFS } from './accounts.ts';

interface Context { readonly isSignedIn: boolean }

/** Apollo Server on Fastify as Postroom has it, and nothing around it: no guard, no limits on requests, no ORM. */
serveOnOrder(async (accounts) => {
  const apollo = new ApolloServer<Context>({
    typeDefs: TYPE_DEFS, csrfPrevention: true, persistedQueries: false, stopOnTerminationSignals: false,
    resolvers: {
      Query: {
        smtpAccounts: (_: unknown, { first }: { readonly first: number }, { isSignedIn }: Context): AccountPage => {
          if (!isSignedIn) throw new Error('Who are you?');
          return accounts.page(first);
        },
      },
    },
  });
  await apollo.start();
  const app = fastify();
  app.post('/graphql', fastifyApolloHandler(apollo, {
    context: async ({ headers }) => ({ isSignedIn: accounts.isSignedIn(headers.authorization) }),
  }));
  return await app.listen({ host: '127.0.0.1', port: 0 });
});
