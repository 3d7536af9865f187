import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// 'unsafe-inline' for styles alone: monaco, the editor inside GraphiQL, measures text and paints decorations through
// style elements and attributes that it makes itself, and takes no nonce. Its workers are files of our own.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// A worker obeys the policy of its own file, not that of the page. Ours parse and check text, and fetch nothing.
const ASSET_CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Postroom API playground</title>
<h1>The playground is not built</h1>
<p>Run <code>npm run build</code> in the folder of Postroom, then start it again. The API itself is there: it
takes POST requests at this address.</p>
</html>
`;

/** The page of the playground, and the policy that must be sent with it as `Content-Security-Policy`. */
export interface PlaygroundPage { readonly html: string; readonly contentSecurityPolicy: string }

/**
 * The page that answers GET `/graphql` for a browser (`Accept: text/html`). `folder` is what the build made
 * (`dist/playground`); without it the page says in words which command makes it. The file is read at each call: keep
 * the result.
 */
export const playgroundPage = (folder: string): PlaygroundPage => {
  const file = join(folder, 'index.html');
  return {
    html: existsSync(file) ? readFileSync(file, 'utf8') : NOT_BUILT,
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
  };
};

/**
 * Serves the scripts, workers and styles of the playground below `/playground/assets/`. Their names hold a hash of
 * their content, so browsers may keep them for good (RFC 8246); `.gz` twins from the build go to whoever takes gzip.
 * Nothing else of the folder is served, and nothing at all where the playground is not built.
 */
export const registerPlayground = async (app: FastifyInstance, folder: string): Promise<void> => {
  const root = join(folder, 'assets');
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/playground/assets/',
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
