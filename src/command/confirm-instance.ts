import { Command, Option } from 'commander';
import type { CopyChoice, CopyShown } from '../app/instance/confirm.js';
import { CommandFault } from './complain.js';
import { settled } from './outcome.js';
import { EXIT, withHouse } from './run.js';

interface Options { readonly yes?: boolean; readonly release?: boolean; readonly cancel?: boolean }

const choiceOf = ({ release, cancel }: Options): CopyChoice => {
  if (release === true) return 'RELEASE';
  return cancel === true ? 'CANCEL' : 'KEEP';
};

const WILL: Readonly<Record<CopyChoice, string>> = {
  KEEP: 'stay parked; release or cancel them in the API (changeEmails, parkedReason RESTORED_COPY)',
  RELEASE: 'WILL BE SENT, also those that were sent after the backup was taken', CANCEL: 'will be cancelled',
};

const describe = ({ id, reason, waiting, unknown }: CopyShown, choice: CopyChoice, dataFolder: string): string => `${reason}.
Database ${id} and data folder ${dataFolder} will get a new id in common, and mail goes out from here again.
  ${waiting} emails that wait ${WILL[choice]}
  ${unknown} emails whose outcome is not known stay as they are
Confirm this only if the original sends nothing any more, or is no concern of this installation.`;

const expectYes = async (): Promise<void> => {
  if (!process.stdin.isTTY) throw new CommandFault('Nobody is here to ask: give --yes to confirm this');
  const { createInterface } = await import('node:readline/promises');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    if ((await asking.question('Confirm (yes)? ')).trim().toLowerCase() !== 'yes') throw new CommandFault('Not confirmed; nothing was changed');
  } finally {
    asking.close();
  }
};

/** `postroom confirm-instance`: makes an original of a database that was restored or copied. */
export const confirmInstanceCommand = (): Command => new Command('confirm-instance')
  .description('let a database that was restored or copied send mail again')
  .option('--yes', 'do not ask')
  .addOption(new Option('--release', 'send what waits').conflicts('cancel'))
  .addOption(new Option('--cancel', 'cancel what waits').conflicts('release'))
  .addHelpText('after', `
A database that is older than its data folder, or does not belong to it, is taken for a copy: it sends nothing, and what waits
is parked, since it may have been sent by the original. This says what it is, and makes an original of it. Without --release or
--cancel what waits stays parked, for a person to look at. Running servers go on by themselves.`)
  .action(async (options: Options) => await withHouse(async (house) => {
    const { confirmInstance, copyToConfirm } = await import('../app/instance/confirm.js');
    const copy = await copyToConfirm(house);
    if (copy === null) {
      console.log('This database is no copy: there is nothing to confirm');
      return EXIT.DONE;
    }
    const choice = choiceOf(options);
    console.log(describe(copy, choice, house.config.dataFolder));
    if (options.yes !== true) await expectYes();
    const { id, changed } = settled(await confirmInstance(house, copy, choice));
    console.log(`Confirmed: this is ${id} now${choice === 'KEEP' ? '' : `; ${changed} emails ${choice === 'RELEASE' ? 'released' : 'cancelled'}`}`);
    return EXIT.DONE;
  }));
