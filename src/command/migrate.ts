import { Command } from 'commander';
import { EXIT, withConfig } from './run.js';

/** `postroom migrate`: brings the database up to date, as `start` does too, without serving. */
export const migrateCommand = (): Command => new Command('migrate')
  .description('bring the database up to date, without starting to serve')
  .addHelpText('after', `
An empty database is filled as at the first start; the first employee's one-time password and a first application token
are printed, once.
Take a backup first: a migration cannot be undone.`)
  .action(async () => await withConfig(async (config) => {
    const { compose, STANDARD_ERROR } = await import('../compose.js');
    const { migrate } = await import('../app/migrate.js');
    const house = await compose(config, STANDARD_ERROR);
    try {
      const { migrations, first } = await migrate(house);
      console.log(migrations.length === 0 ? 'The database is up to date' : `Migrated: ${migrations.join(', ')}`);
      if (first?.oneTimePassword) console.log(`First employee: ${first.email}, one-time password ${first.oneTimePassword}`);
      if (first) console.log(`First application token, which may send and nothing else: ${first.token}`);
      return EXIT.DONE;
    } finally {
      await house.close();
    }
  }));
