import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, '../../../dist/playground');

/** Lays a `.gz` beside every asset, so that the server sends a quarter of the bytes and compresses nothing itself. */
const compressed = (): Plugin => ({
  name: 'postroom:compressed',
  closeBundle() {
    const assets = join(outDir, 'assets');
    for (const file of readdirSync(assets)) {
      const path = join(assets, file);
      if (!file.endsWith('.gz')) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
});

/** Builds the playground to `dist/playground`: one page, and hashed assets served below `/playground/assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  // The page itself answers at /graphql, so its assets are named from the root.
  base: '/playground/',
  plugins: [react(), compressed()],
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
