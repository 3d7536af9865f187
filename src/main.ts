#!/usr/bin/env node
import { EnvironmentFault, readEnvironment } from './config/environment.js';
import { greeting } from './greeting.js';
import { startPostroom } from './start.js';
import { AlreadyRunning } from './storage/running-file.js';

try {
  const running = await startPostroom(readEnvironment());
  console.log(greeting(running, performance.now()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { void running.stop(); });
} catch (error) {
  // What an operator can mend is told in its own words, without a stack.
  console.error(error instanceof AlreadyRunning || error instanceof EnvironmentFault ? error.message : error);
  process.exitCode = 1;
}
