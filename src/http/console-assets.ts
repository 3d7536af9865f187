import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerBuiltAssets } from './built-assets.js';
import { pagePolicy } from './page-policy.js';

/** Stands in the built page where a nonce of the answer belongs (`html.cspNonce` of the console's vite.config.ts). */
const NONCE = '__CSP_NONCE__';

/**
 * The nonce lets in the styles that Mantine makes. Style attributes are let in for emails as HTML, which are shown in a frame
 * that obeys the policy of the page around it; they load nothing, for what they may name has to come from here.
 */
const contentSecurityPolicy = (nonce: string): string => `${pagePolicy(`'nonce-${nonce}'`)}; style-src-attr 'unsafe-inline'`;

const wantsPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('text/html');

/**
 * Serves the console from what the build made (`dist/console`): its page for every address that nothing else answers and a
 * browser asks for, since its pages have addresses of their own. Where it is not built, `/` leads to the playground.
 */
export const registerConsole = async (app: FastifyInstance, folder: string): Promise<void> => {
  const file = join(folder, 'index.html');
  const [before, ...parts] = existsSync(file) ? readFileSync(file, 'utf8').split(NONCE) : [];
  if (before === undefined) {
    app.get('/', async (_request, reply) => await reply.redirect('/graphql'));
    return;
  }
  await registerBuiltAssets(app, join(folder, 'assets'), '/console/assets/');
  const answer = async (reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(16).toString('base64');
    return await reply.code(200).header('content-security-policy', contentSecurityPolicy(nonce)).header('cache-control', 'no-store').header('vary', 'Accept')
      .type('text/html; charset=utf-8').send([before, ...parts].join(nonce));
  };
  // What is not found is so for programs, and for a script that a page of an older build asks for.
  app.get('/*', async (request, reply) => {
    if (wantsPage(request) && !request.url.startsWith('/console/')) return await answer(reply);
    reply.callNotFound();
    return reply;
  });
};
