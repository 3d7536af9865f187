import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { confirmInstanceCommand } from './confirm-instance.js';
import { employeeAdd } from './employee-add.js';
import { employeeResetPassword } from './employee-reset-password.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { keysRotate } from './keys-rotate.js';
import { migrateCommand } from './migrate.js';
import { startCommand } from './start.js';
import { tokenCreate } from './token-create.js';

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/**
 * The command line. Building it loads nothing but the words: each verb imports what it needs when it is run, so that
 * `--help` answers at once and `start` carries nothing that serving does not need.
 */
export const program = (): Command => new Command('postroom')
  .description('The outgoing-mail desk of an ERP.')
  .version(version())
  .addCommand(startCommand())
  .addCommand(migrateCommand())
  .addCommand(confirmInstanceCommand())
  .addCommand(new Command('employee').description('people who sign in').addCommand(employeeAdd()).addCommand(employeeResetPassword()))
  .addCommand(new Command('token').description('application tokens, for programs that call').addCommand(tokenCreate()))
  .addCommand(new Command('keys').description('the keys that secrets are encrypted with').addCommand(keysRotate()))
  .addCommand(exportCommand())
  .addCommand(importCommand())
  .addHelpText('after', `
Settings are read from the environment (POSTROOM_DATA_DIR, POSTROOM_DATABASE_URL, …): see README.md.
Exit codes: 0 done, 1 failed, 2 done with remarks.`);
