import { existsSync } from 'node:fs';
import type { House } from '../app/house.js';
import type { Config } from '../config/config.js';
import { complain, CommandFault } from './complain.js';

/** What a command came to, for scripts: done, failed (and nothing changed), or done with something for a person to read. */
export const EXIT = { DONE: 0, FAILED: 1, REMARKS: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Runs a command's work with the environment read; whatever is thrown ends as clear lines and exit code 1. */
export const withConfig = async (work: (config: Config) => Promise<ExitCode>): Promise<void> => {
  let config: Config | null = null;
  try {
    const { readEnvironment } = await import('../config/environment.js');
    config = readEnvironment();
    process.exitCode = await work(config);
  } catch (error) {
    complain(error, config?.logLevel === 'debug');
    process.exitCode = EXIT.FAILED;
  }
};

const expectDatabase = ({ database }: Config): void => {
  if (database.file === null || existsSync(database.file)) return;
  throw new CommandFault(`There is no database at ${database.file}; "postroom migrate" makes one`);
};

/** As {@link withConfig}, with the house put together on a database that is up to date, and closed again at the end. */
export const withHouse = async (work: (house: House) => Promise<ExitCode>): Promise<void> => await withConfig(async (config) => {
  expectDatabase(config);
  const { compose, STANDARD_ERROR } = await import('../compose.js');
  const house = await compose(config, STANDARD_ERROR);
  try {
    if ((await house.storage.pending()).length > 0) throw new CommandFault('The database is not up to date; run "postroom migrate" first');
    return await work(house);
  } finally {
    await house.close();
  }
});
