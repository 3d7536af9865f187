import { Command } from 'commander';
import { EXIT, withConfig } from './run.js';

/** `postroom start`: serves the API and carries emails until it is told to stop. */
export const startCommand = (): Command => new Command('start')
  .description('migrate, then serve the API and carry emails, until SIGTERM or SIGINT')
  .addHelpText('after', `
The first start fills an empty database: areas, roles, the first employee (its one-time password is printed once) and,
with the sandbox on, SMTP account 1, so that the first email works with nothing else installed.`)
  .action(async () => await withConfig(async (config) => {
    const { startPostroom } = await import('../start.js');
    const { greeting } = await import('../greeting.js');
    const running = await startPostroom(config);
    // What the grace time did not suffice for must not hold the process: its emails are due again, or decided by their leases.
    const stop = async (): Promise<void> => {
      // What failed to stop is in the log, and everything else is stopped.
      await running.stop().catch(() => { process.exitCode = EXIT.FAILED; });
      process.exit();
    };
    // Before the greeting: whoever reads that it runs may tell it to stop at once.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { void stop(); });
    console.log(greeting(running, config, performance.now()));
    return EXIT.DONE;
  }));
