import type { FastifyInstance } from 'fastify';
import { failingAccounts } from '../app/health/read.js';
import type { House } from '../app/house.js';

/**
 * `/health`: 200 while the database answers, else 503. How many accounts fail is told beside it, and is no reason for 503: nothing
 * would be mended by a restart, which is what follows from that. No names: it is open to everybody who can connect.
 */
export const registerHealth = (app: FastifyInstance, house: House): void => {
  app.get('/health', async (_request, reply) => {
    try {
      await house.storage.ping();
      return await reply.send({ status: 'ok', failingAccounts: await failingAccounts(house) });
    } catch (error) {
      house.log.error({ err: error }, 'The database does not answer');
      return await reply.code(503).send({ status: 'database does not answer' });
    }
  });
};
