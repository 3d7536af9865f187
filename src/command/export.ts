import { Command } from 'commander';
import { EXIT, withHouse } from './run.js';
import { SECRET_WORDS } from '../app/accounts/secrets.js';
import { settled } from './outcome.js';

/** `postroom export`: how the installation is set up, as JSON without secrets. */
export const exportCommand = (): Command => new Command('export')
  .description('write accounts, quota groups, configuration, areas and roles as JSON, without secrets')
  .option('-o, --output <file>', 'write to this file, readable by its owner only (default: standard output)')
  .addHelpText('after', `
Passwords and API keys are never written; "reenter" in the file lists those that a copy needs typed in again.`)
  .action(async ({ output }: { output?: string }) => await withHouse(async (house) => {
    const { writeFileSync } = await import('node:fs');
    const { exportInstallation } = await import('../app/transfer/export.js');
    const exported = settled(await exportInstallation(house));
    const text = `${JSON.stringify(exported, null, 2)}\n`;
    if (output === undefined) process.stdout.write(text);
    else writeFileSync(output, text, { mode: 0o600 });
    for (const { account, name, field } of exported.reenter) console.error(`Not exported, to be entered again: ${SECRET_WORDS[field]} of account ${account} ${name}`);
    return EXIT.DONE;
  }));
