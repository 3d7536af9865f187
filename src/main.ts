#!/usr/bin/env node
import { EnvironmentFault, readEnvironment } from './config/environment.js';
import { greeting } from './greeting.js';
import { startPostroom } from './start.js';
import { AlreadyRunning } from './storage/running-file.js';

try {
  const running = await startPostroom(readEnvironment());
  // What the grace time did not suffice for must not hold the process: its emails are due again, or decided by their leases.
  const stop = async (): Promise<void> => {
    await running.stop();
    process.exit();
  };
  // Before the greeting: whoever reads that it runs may tell it to stop at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { void stop(); });
  console.log(greeting(running, performance.now()));
} catch (error) {
  // What an operator can mend is told in its own words, without a stack.
  console.error(error instanceof AlreadyRunning || error instanceof EnvironmentFault ? error.message : error);
  process.exitCode = 1;
}
