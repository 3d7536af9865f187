import { Command } from 'commander';
import { EXIT, withHouse } from './run.js';
import { SECRET_WORDS } from '../app/accounts/secrets.js';
import { settled } from './outcome.js';

/** `postroom keys rotate`: a new key for all stored secrets. */
export const keysRotate = (): Command => new Command('rotate')
  .description('encrypt every stored secret anew with the newest key')
  .addHelpText('after', `
Without POSTROOM_SECRET_KEYS a new key is put in front of the file "secret-keys" in the data folder first. With it, put a
new key in front of the variable yourself, restart every process with it, then run this. Old keys stay until you remove
them. Exit code 2: some secrets could not be opened; they are named, and left as they are.`)
  .action(async () => await withHouse(async (house) => {
    const { rotateKeys } = await import('../app/keys/rotate.js');
    const { sealedAnew, unreadable, keysFrom } = settled(await rotateKeys(house));
    console.log(`Sealed anew with the newest key: ${sealedAnew} secret${sealedAnew === 1 ? '' : 's'}`);
    for (const { account, field } of unreadable) console.log(`Could not be opened, left as it is: ${SECRET_WORDS[field]} of account ${account.number} ${account.name}`);
    const where = keysFrom === 'FILE' ? `${house.config.dataFolder}/secret-keys (keep its first line)` : 'POSTROOM_SECRET_KEYS (keep its first entry)';
    if (unreadable.length > 0) return EXIT.REMARKS;
    console.log(`The old keys open nothing any more, except in backups; you may remove them from ${where}`);
    return EXIT.DONE;
  }));
