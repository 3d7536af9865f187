import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { House } from '../app/house.js';
import { authenticate } from '../app/people/authenticate.js';
import type { Limits } from '../config/config.js';
import type { Context } from '../graphql/context.js';
import { formatError } from '../graphql/error-mapping.js';
import { credentialOf, credentialOfParams } from './authenticate.js';
import { originIsOurs } from './origin.js';
import { limitRules } from './request-limits.js';

/** graphql-ws' code for a connection that is not authorised (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). */
const FORBIDDEN = 4403;

interface Connection { readonly credential: string | null; readonly address: string; readonly holder: string | null }

/** Who must still be the same, with the same rights, for a socket to stay open. */
const holderOf = async (house: House, credential: string | null, address: string): Promise<string | null> => {
  const caller = await authenticate(house, credential, address);
  return caller.kind === 'SIGNED_OUT' ? null : `${caller.kind} ${caller.id} ${JSON.stringify(caller.rights, (_key, value: unknown) => (value instanceof Set ? [...value] : value))}`;
};

/** The document, or what is wrong with it: the same limits hold as for a request. */
const documentOf = (schema: GraphQLSchema, query: string, limits: Limits): DocumentNode | readonly GraphQLError[] => {
  try {
    const document = parse(query, { maxTokens: limits.maxTokens });
    const errors = validate(schema, document, [...specifiedRules, ...limitRules(limits)]);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
};

/** Takes WebSockets at `/graphql` from our Origin; the answer takes none any more. */
const takeUpgrades = (server: Server, sockets: WebSocketServer, publicUrl: URL | null): (() => void) => {
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node took its own listener off: a connection that is reset while it is refused would end the process.
    socket.on('error', () => socket.destroy());
    // Not by URL, which throws for paths such as `//`.
    if (request.url?.split('?', 1)[0] !== '/graphql' || !originIsOurs(request.headers, publicUrl)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  };
  server.on('upgrade', upgrade);
  return () => { server.off('upgrade', upgrade); };
};

/** Speaks graphql-ws on the sockets, and keeps in `open` who is at each of them. */
const speak = (sockets: WebSocketServer, open: Map<WebSocket, Connection>, house: House, schema: GraphQLSchema): ReturnType<typeof useServer> => {
  const format = formatError(house.log, house.newId);
  return useServer({
    onSubscribe: (_context, _id, { query, operationName, variables }) => {
      const taken = documentOf(schema, query, house.config.limits);
      return 'kind' in taken ? { schema, document: taken, operationName: operationName ?? null, variableValues: variables ?? {} } : taken;
    },
    onConnect: async ({ extra, connectionParams }) => {
      const credential = credentialOfParams(connectionParams) ?? credentialOf(extra.request.headers)?.value ?? null;
      const address = extra.request.socket.remoteAddress ?? '';
      const holder = await holderOf(house, credential, address);
      // Who left meanwhile was taken out already, and would stay for ever.
      if (holder === null || extra.socket.readyState !== extra.socket.OPEN) return false;
      open.set(extra.socket, { credential, address, holder });
      return true;
    },
    onClose: ({ extra }) => { open.delete(extra.socket); },
    context: async ({ extra }): Promise<Context> => {
      const connection = open.get(extra.socket);
      const recheck = async () => await authenticate(house, connection?.credential ?? null, connection?.address ?? '');
      return { house, caller: await recheck(), recheck, setSessionCookie: () => {} };
    },
    // What fails in an operation that was accepted comes in its result; graphql-ws would send it as it was thrown.
    onNext: (_context, _id, _payload, _args, result) =>
      (result.errors === undefined ? undefined : { data: result.data ?? null, errors: result.errors.map((error) => format(error.toJSON(), error)) }),
    onError: (_context, _id, _payload, errors) => errors.map((error) => format(error.toJSON(), error)),
  }, sockets);
};

/** Closes, each time rights change, the sockets of those who are gone or may do other things; the answer does so no more. */
const closeWhoseRightsChange = (open: ReadonlyMap<WebSocket, Connection>, house: House): (() => void) => {
  const closeChanged = async (): Promise<void> => {
    await Promise.all([...open].map(async ([socket, { credential, address, holder }]) => {
      if (await holderOf(house, credential, address) !== holder) socket.close(FORBIDDEN, 'Forbidden');
    }));
  };
  const onRightsChanged = (): void => {
    closeChanged().catch((error: unknown) => {
      house.log.error({ err: error }, 'Could not recheck subscriptions: all are closed');
      for (const socket of open.keys()) socket.close(FORBIDDEN, 'Forbidden');
    });
  };
  house.announcements.on('rightsChanged', onRightsChanged);
  return () => { house.announcements.off('rightsChanged', onRightsChanged); };
};

/**
 * Subscriptions by graphql-ws at `/graphql`. A connection must come from our Origin and carry a valid credential, by
 * cookie or in `connectionParams`. Each time rights change, every socket whose caller is gone or may do other things
 * than when it connected is closed: its client connects anew and is judged anew.
 */
export const startSubscriptions = (server: Server, house: House, schema: GraphQLSchema): { stop(): Promise<void> } => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const open = new Map<WebSocket, Connection>();
  const takeNoMore = takeUpgrades(server, sockets, house.config.publicUrl);
  const graphql = speak(sockets, open, house, schema);
  const closeNoMore = closeWhoseRightsChange(open, house);
  return {
    stop: async () => {
      takeNoMore();
      closeNoMore();
      await graphql.dispose();
    },
  };
};
