import type { FastifyInstance } from 'fastify';
import type { House } from '../app/house.js';

/** An error as callers see it; `path` leads to the field that is wrong, `id` to the line in the log. */
interface Said { readonly code: string; readonly message: string; readonly path?: readonly string[]; readonly id?: string }

/** Errors in the shape in which GraphQL over HTTP has them. */
export const errorBody = (errors: readonly Said[]) => ({ errors: errors.map(({ message, ...extensions }) => ({ message, extensions })) });

/** 503 is ours to say when too much comes in at once; what else is 4xx is the caller's fault. */
const codeOf = (status: number): string | null => (status === 503 ? 'RATE_LIMITED' : status >= 400 && status < 500 ? 'BAD_REQUEST' : null);

/**
 * What never reaches GraphQL is answered in the shape of GraphQL all the same, so that a client needs to understand one
 * kind of answer: a body that is not JSON or is too large, a path that does not exist, a failure of ours.
 */
export const registerFaults = (app: FastifyInstance, house: House): void => {
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    const code = codeOf(status);
    if (code !== null) return await reply.code(status).send(errorBody([{ code, message: error.message }]));
    const id = house.newId();
    house.log.error({ err: error, errorId: id, path: request.routeOptions.url }, 'A request failed');
    return await reply.code(500).send(errorBody([{ code: 'INTERNAL', message: `Something failed on our side; quote ${id}`, id }]));
  });
  app.setNotFoundHandler(async (_request, reply) => await reply.code(404).send(errorBody([{ code: 'BAD_REQUEST', message: 'There is nothing here' }])));
  // Nobody guesses what an answer is from its bytes, and no cache keeps what one caller was told.
  app.addHook('onSend', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (request.routeOptions.url === '/graphql' && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
};
