import { Command, InvalidArgumentError } from 'commander';
import type { AccessRecordWish } from '../domain/access-record-input.js';
import { RECORD_TYPES, RIGHTS } from '../domain/permission.js';
import { collected } from './employee-add.js';
import { settled } from './outcome.js';
import { EXIT, withHouse } from './run.js';

interface Options { readonly name: string; readonly area: readonly string[]; readonly right: readonly AccessRecordWish[]; readonly expiresDays?: number }

const DAY_MS = 86_400_000;
/** What most programs need: to send, and to see the emails that they sent. */
const SEND: AccessRecordWish = { recordType: 'EMAILS', access: false, modify: false, add: true, erase: false };

const parseDays = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number of days.');
  return Number(text);
};

/** `EMAILS:access,add` */
const parseRight = (text: string, before: readonly AccessRecordWish[]): readonly AccessRecordWish[] => {
  const [type, list = ''] = text.split(':');
  const rights = list.split(',');
  const recordType = RECORD_TYPES.find((one) => one === type?.toUpperCase());
  if (recordType === undefined || !rights.every((right) => (RIGHTS as readonly string[]).includes(right))) {
    throw new InvalidArgumentError(`Write TYPE:RIGHT,RIGHT; types are ${RECORD_TYPES.join(', ')}; rights are ${RIGHTS.join(', ')}.`);
  }
  const has = (right: string): boolean => rights.includes(right);
  return [...before, { recordType, access: has('access'), modify: has('modify'), add: has('add'), erase: has('erase') }];
};

/** `postroom token create`: a credential for a program that calls. */
export const tokenCreate = (): Command => new Command('create')
  .description('make an application token, and print it')
  .requiredOption('--name <name>', 'what the token is for')
  .option('--area <code>', 'limit it to this area; may be given more than once', collected, [])
  .option('--right <type:rights>', 'an access record, such as EMAILS:access,add; may be given more than once (default: EMAILS:add)', parseRight, [])
  .option('--expires-days <days>', 'let it end after so many days', parseDays)
  .addHelpText('after', `
The token alone is written to standard output, this once; Postroom keeps only its hash. Programs send it as
"Authorization: Bearer …". It can be revoked in the API.`)
  .action(async ({ name, area, right, expiresDays }: Options) => await withHouse(async (house) => {
    const { COMMAND } = await import('../app/first-start.js');
    const { createApplicationToken } = await import('../app/tokens/create.js');
    const { token, secret } = settled(await createApplicationToken(house, COMMAND, {
      name, areas: area.length === 0 ? null : area, records: right.length === 0 ? [SEND] : right,
      expiresAt: expiresDays === undefined ? null : house.now() + expiresDays * DAY_MS,
    }));
    console.error(`Application token ${token.name}, shown this once:`);
    console.log(secret);
    return EXIT.DONE;
  }));
