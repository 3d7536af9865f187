import { Command, Option } from 'commander';
import type { TransferFormat } from '../app/transfer/read.js';
import type { ImportReport } from '../domain/transfer.js';
import { CommandFault } from './complain.js';
import { EXIT, withHouse } from './run.js';
import { SECRET_WORDS } from '../app/accounts/secrets.js';
import { settled } from './outcome.js';

const DONE = { NEW: 'added', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const;
const WOULD = { NEW: 'would add', UPDATED: 'would update', UNCHANGED: 'unchanged' } as const;

/** Prints what was done, or with a dry run what would be: one line a record, then what is left for people to do. */
const print = ({ entries, reenter, remarks }: ImportReport, dryRun: boolean): void => {
  for (const { label, action, changes } of entries) {
    const fields = action === 'UPDATED' ? `: ${changes.map(({ field }) => field).join(', ')}` : '';
    console.log(`${(dryRun ? WOULD : DONE)[action].padEnd(dryRun ? 12 : 9)}  ${label}${fields}`);
  }
  for (const remark of remarks) console.log(`Remark: ${remark}`);
  for (const { account, name, field } of reenter) console.log(`To be entered: ${SECRET_WORDS[field]} of account ${account} ${name}`);
  if (dryRun) console.log('Dry run: nothing was written');
};

const bytesOf = async (file: string): Promise<Uint8Array> => {
  const { readFileSync, statSync } = await import('node:fs');
  const { TRANSFER_BYTES_MAX } = await import('../app/transfer/read.js');
  if (file !== '-' && statSync(file).size > TRANSFER_BYTES_MAX) throw new CommandFault(`${file} is larger than ${TRANSFER_BYTES_MAX / 1024 / 1024} MiB`);
  return readFileSync(file === '-' ? 0 : file);
};

/** `postroom import`: brings an export, or a list of accounts from an older system, into this installation. */
export const importCommand = (): Command => new Command('import')
  .description('bring in an export, or a CSV list of accounts, whole or not at all')
  .argument('<file>', 'the file; - for standard input')
  .option('--dry-run', 'say what would be done, and write nothing')
  .addOption(new Option('--format <format>', 'what the file is (default: by its name)').choices(['json', 'csv']))
  .addHelpText('after', `
Records are matched by number (accounts), code (areas) or name (roles, quota groups); what is not in the file stays as it is. Secrets
are never changed, but for those whose server, port, security or account name changes: they are dropped. What has to be
entered again is listed, and the exit code is then 2. Every fault is printed with its place, and nothing is written.

Columns of a CSV file, separated by , or ; with a first line of names (Number and Name are needed):
  Number, Name, Server, Port, Email from, Account, Use SendGrid, SendGrid Email from, SendGrid Name, Connections max,
  Messages per minute, Messages per hour, Messages per day, Quota group, Fallback account, Retry shortest seconds,
  Retry longest seconds, Give up after hours
A blank cell clears the setting; a column that is not there leaves it as it is. Use SendGrid: yes, no, true, false, 1, 0.`)
  .action(async (file: string, options: { dryRun?: boolean; format?: TransferFormat }) => await withHouse(async (house) => {
    const { formatOf, readTransfer } = await import('../app/transfer/read.js');
    const { importInstallation } = await import('../app/transfer/import.js');
    const bytes = await bytesOf(file);
    const reading = readTransfer(bytes, options.format ?? formatOf(file, bytes));
    const dryRun = options.dryRun === true;
    const { value, faults } = await importInstallation(house, reading, { dryRun });
    const report = settled({ value, faults: faults.map((fault) => ({ ...fault, path: [reading.where(fault.path)].filter(Boolean) })) });
    print(report, dryRun);
    return report.reenter.length + report.remarks.length > 0 ? EXIT.REMARKS : EXIT.DONE;
  }));
