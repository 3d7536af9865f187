import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.js';

const outDir = join(import.meta.dirname, '../../dist/console');

/** Builds the console to `dist/console`: one page, and hashed assets served below `/console/assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  // Its pages have addresses of their own (`/accounts/…`), so assets are named from the root.
  base: '/console/',
  // The server puts the nonce of each answer in its place (src/http/console-assets.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), compressed(join(outDir, 'assets'))],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    // light-dark(): what stands in for it elsewhere would follow the system, and not what the user chose.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // Every browser that the style sheets are for knows it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
