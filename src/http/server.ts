import type { Server } from 'node:http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import { authenticate } from '../app/people/authenticate.js';
import type { House } from '../app/house.js';
import type { Caller } from '../domain/caller.js';
import type { Context } from '../graphql/context.js';
import { guardedSchema } from '../graphql/schema.js';
import { apolloServer } from './apollo.js';
import { isStreamed, registerAttachments } from './attachments.js';
import { credentialOf, SESSION_COOKIE } from './authenticate.js';
import { limitBody } from './body-limit.js';
import { registerConsole } from './console-assets.js';
import { registerFaults } from './faults.js';
import { registerHealth } from './health.js';
import { originIsOurs } from './origin.js';
import { playgroundPage, registerPlayground } from './playground-assets.js';
import { startSubscriptions } from './subscriptions.js';

const callers = new WeakMap<FastifyRequest, Caller>();
const callerOf = (request: FastifyRequest): Caller => callers.get(request) ?? { kind: 'SIGNED_OUT', address: request.ip };

const sessionCookie = (token: string | null, expiresAt: number, secure: boolean): string => [
  `${SESSION_COOKIE}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : []),
  `Expires=${new Date(token === null ? 0 : expiresAt).toUTCString()}`,
].join('; ');

/** Who calls is known before the first byte of a body is read: it decides how large that may be. */
const registerDoors = (app: FastifyInstance, house: House): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !originIsOurs(request.headers, house.config.publicUrl)) {
      return await reply.code(403).send({ errors: [{ message: 'This Origin may not call', extensions: { code: 'FORBIDDEN' } }] });
    }
    callers.set(request, await authenticate(house, credentialOf(request.headers)?.value ?? null, request.ip));
    return undefined;
  });
  const limited = limitBody(house.config.limits, (request) => callerOf(request).kind !== 'SIGNED_OUT');
  app.addHook('preParsing', async (request, reply, payload) => (isStreamed(request) ? payload : await limited(request, reply, payload)));
};

/** An answer that is given while the process stops is its connection's last: kept alive, it would hold the stop up until the caller lets go. */
const letGoWhenStopping = (app: FastifyInstance, house: House): void => {
  app.addHook('onSend', async (_request, reply) => {
    if (house.tests.stopping.aborted) void reply.header('connection', 'close');
  });
};

/** For a whole request to arrive, as Node has it by itself: Fastify would wait for ever. 24 MiB need 80 KiB/s. */
const REQUEST_TIMEOUT_MS = 300_000;

/** A running server. `stop` may be called twice. */
export interface HttpServer { readonly address: string; stop(): Promise<void> }

/** What the build made for browsers. */
export interface BuiltFolders { readonly playground: string; readonly console: string }

/** Starts HTTP: GraphQL with its playground and subscriptions, the console, health. Resolves when it listens. */
export const startServer = async (house: House, folders: BuiltFolders): Promise<HttpServer> => {
  const { config } = house;
  const app = fastify({
    bodyLimit: config.limits.signedInBodyBytes, requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle', trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
  });
  registerFaults(app, house);
  registerDoors(app, house);
  letGoWhenStopping(app, house);
  const schema = await guardedSchema();
  const apollo = apolloServer(house, schema);
  await apollo.start();
  const secure = config.publicUrl?.protocol === 'https:';
  const graphql = fastifyApolloHandler(apollo, {
    context: async (request, reply): Promise<Context> => ({
      house, caller: callerOf(request),
      recheck: async () => await authenticate(house, credentialOf(request.headers)?.value ?? null, request.ip),
      setSessionCookie: (token, expiresAt) => { void reply.header('set-cookie', sessionCookie(token, expiresAt, secure)); },
    }),
  });
  await registerPlayground(app, folders.playground);
  await registerConsole(app, folders.console);
  registerHealth(app, house);
  await registerAttachments(app, house, callerOf);
  const page = playgroundPage(folders.playground);
  app.get('/graphql', async (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) return await graphql.call(app, request as never, reply as never);
    return await reply.header('content-security-policy', page.contentSecurityPolicy).header('vary', 'Accept')
      .type('text/html; charset=utf-8').send(page.html);
  });
  app.post('/graphql', graphql as never);
  await app.listen({ host: config.host, port: config.port });
  const subscriptions = startSubscriptions(app.server as Server, house, schema);
  return {
    address: listeningAt(app, config.host),
    stop: async () => {
      // A request that waits for a test, and a subscription that follows one, would hold the rest up.
      await house.tests.stop();
      await subscriptions.stop();
      await app.close();
      await apollo.stop();
    },
  };
};

const listeningAt = (app: FastifyInstance, host: string): string => {
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
