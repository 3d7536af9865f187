import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from '../../console/compressed.js';

const outDir = join(import.meta.dirname, '../../../dist/playground');

/** Builds the playground to `dist/playground`: one page, and hashed assets served below `/playground/assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  // The page itself answers at /graphql, so its assets are named from the root.
  base: '/playground/',
  plugins: [react(), compressed(join(outDir, 'assets'))],
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    // React's compiler has done its work on these packages already; its directives mean nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
