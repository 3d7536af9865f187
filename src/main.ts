#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What V8 made of the code at the last start is kept beside it: half of a start is compiling. Where it cannot be written, nothing is lost.
enableCompileCache(join(import.meta.dirname, '.compile-cache'));
const { program } = await import('./command/program.js');

await program().parseAsync();
