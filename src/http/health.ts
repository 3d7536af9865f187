import type { FastifyInstance } from 'fastify';
import type { House } from '../app/house.js';

/** `/health`: 200 while the database answers, else 503. Says nothing else: it is open to everybody who can connect. */
export const registerHealth = (app: FastifyInstance, house: House): void => {
  app.get('/health', async (_request, reply) => {
    try {
      await house.storage.ping();
      return await reply.send({ status: 'ok' });
    } catch (error) {
      house.log.error({ err: error }, 'The database does not answer');
      return await reply.code(503).send({ status: 'database does not answer' });
    }
  });
};
