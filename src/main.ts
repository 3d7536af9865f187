#!/usr/bin/env node
import { program } from './command/program.js';

await program().parseAsync();
