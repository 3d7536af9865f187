import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// A worker obeys the policy of its own file, not that of the page. Ours parse and check text, and fetch nothing.
const ASSET_CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

/**
 * Serves what a build made, below `prefix`. The names hold a hash of their content, so browsers may keep them for good (RFC 8246);
 * `.gz` twins from the build go to whoever takes gzip. Nothing is served where the folder is not there.
 */
export const registerBuiltAssets = async (app: FastifyInstance, folder: string, prefix: string): Promise<void> => {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix,
    decorateReply: false,
    index: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
    setHeaders: (reply) => {
      reply.header('content-security-policy', ASSET_CONTENT_SECURITY_POLICY);
      reply.header('x-content-type-options', 'nosniff');
    },
  });
};
