import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { registerBuiltAssets } from './built-assets.js';
import { pagePolicy } from './page-policy.js';

// 'unsafe-inline' for styles alone: monaco, the editor inside GraphiQL, measures text and paints decorations through
// style elements and attributes that it makes itself, and takes no nonce. Its workers are files of our own.
const CONTENT_SECURITY_POLICY = pagePolicy("'unsafe-inline'");

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

/** Serves the scripts, workers and styles of the playground below `/playground/assets/`; nothing where it is not built. */
export const registerPlayground = async (app: FastifyInstance, folder: string): Promise<void> =>
  await registerBuiltAssets(app, join(folder, 'assets'), '/playground/assets/');
