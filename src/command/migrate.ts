import { Command } from 'commander';
import { EXIT, withConfig } from './run.js';

/** `postroom migrate`: brings the database up to date, as `start` does too, without serving. */
export const migrateCommand = (): Command => new Command('migrate')
  .description('bring the database up to date, without starting to serve')
  .addHelpText('after', `
An empty database is filled as at the first start, and the first employee's one-time password is printed once.
Take a backup first: a migration cannot be undone.`)
  .action(async () => await withConfig(async (config) => {
    const { compose } = await import('../compose.js');
    const { migrate } = await import('../app/migrate.js');
    const house = await compose(config);
    try {
      const { migrations, first } = await migrate(house);
      console.log(migrations.length === 0 ? 'The database is up to date' : `Migrated: ${migrations.join(', ')}`);
      if (first?.oneTimePassword) console.log(`First employee: ${first.email}, one-time password ${first.oneTimePassword}`);
      return EXIT.DONE;
    } finally {
      await house.close();
    }
  }));
