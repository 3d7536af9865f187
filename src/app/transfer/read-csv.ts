import { CsvError } from 'csv-parse/sync';
import { parse } from 'csv-parse/sync';
import type { Fault } from '../../domain/errors.js';
import { Refused, refuse } from '../../domain/errors.js';
import type { Reading, TransferAccount, TransferSettings } from '../../domain/transfer.js';

/** The columns there may be, by the field that each fills; their names are matched whatever their case. */
const COLUMNS = [
  ['Number', 'number'], ['Name', 'name'], ['Server', 'server'], ['Port', 'port'], ['Email from', 'emailFrom'], ['Account', 'accountName'],
  ['Use SendGrid', 'useSendGrid'], ['SendGrid Email from', 'sendGridEmailFrom'], ['SendGrid Name', 'sendGridName'],
  ['Connections max', 'connectionsMax'], ['Messages per minute', 'messagesPerMinute'], ['Messages per hour', 'messagesPerHour'],
  ['Messages per day', 'messagesPerDay'], ['Quota group', 'quotaGroup'], ['Fallback account', 'fallbackAccount'],
  ['Retry shortest seconds', 'retryShortestSeconds'], ['Retry longest seconds', 'retryLongestSeconds'], ['Give up after hours', 'giveUpAfterHours'],
] as const;
type Field = (typeof COLUMNS)[number][1];
const REQUIRED: readonly Field[] = ['number', 'name'];
/** No cell of ours is longer; a line without an end is refused before it fills the memory. */
const LINE_CHARACTERS_MAX = 64 * 1024;

interface Line { readonly record: readonly string[]; readonly info: { readonly lines: number } }

const linesOf = (text: string): Line[] => {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string): number => header.split(sign).length;
  try {
    return parse(text, {
      delimiter: count(';') > count(',') ? ';' : ',', info: true, relax_column_count: true, skip_empty_lines: true, trim: true,
      max_record_size: LINE_CHARACTERS_MAX,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return refuse('TOO_LARGE', [], `Line ${String(error['lines'])} is longer than ${LINE_CHARACTERS_MAX} characters`);
    return refuse('INVALID', [], error.message);
  }
};

const keyOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Which field stands in which place; refuses columns that are unknown, twice there or missing, all together. */
const fieldsOf = (header: readonly string[]): Field[] => {
  const faults: Fault[] = [];
  const complain = (message: string): void => { faults.push({ code: 'INVALID', path: [], message }); };
  const seen = new Set<string>();
  const fields = header.map((name): Field => {
    const field = COLUMNS.find(([column]) => keyOf(column) === keyOf(name))?.[1];
    if (seen.has(keyOf(name))) complain(`Column "${name}" is there twice`);
    seen.add(keyOf(name));
    if (field === undefined) {
      complain(/password|api ?key|secret/i.test(name)
        ? `Column "${name.slice(0, 60)}": secrets are not taken from a file; remove the column and enter them afterwards`
        : `Column "${name.slice(0, 60)}" is not known; there are: ${COLUMNS.map(([column]) => column).join(', ')}`);
    }
    return field ?? 'number';
  });
  for (const [column, field] of COLUMNS) if (REQUIRED.includes(field) && !seen.has(keyOf(column))) complain(`Column "${column}" is missing`);
  if (faults.length > 0) throw new Refused(faults);
  return fields;
};

const FLAGS: Readonly<Record<string, boolean>> = { '': false, yes: true, no: false, true: true, false: false, 1: true, 0: false };

/** The settings that the columns give; null where every one of them is blank: a record that is not posted. */
const settingsOf = (cells: ReadonlyMap<Field, string>, useSendGrid: boolean): TransferSettings | null => {
  const text = (field: Field): string | null | undefined => {
    const cell = cells.get(field);
    return cell === '' ? null : cell;
  };
  // What is no whole number becomes one that is out of every range, and is reported with all the rest.
  const number = (field: Field): number | null | undefined => {
    const cell = text(field);
    return typeof cell === 'string' ? (/^\d{1,9}$/.test(cell) ? Number(cell) : Number.NaN) : cell;
  };
  const settings: TransferSettings = {
    server: text('server'), emailFrom: text('emailFrom'), accountName: text('accountName'),
    port: number('port'),
    useSendGrid: cells.has('useSendGrid') ? useSendGrid : undefined,
    sendGridEmailFrom: text('sendGridEmailFrom'), sendGridName: text('sendGridName'),
    connectionsMax: number('connectionsMax'), messagesPerMinute: number('messagesPerMinute'), messagesPerHour: number('messagesPerHour'),
    messagesPerDay: number('messagesPerDay'), quotaGroup: text('quotaGroup'), fallbackAccount: text('fallbackAccount'),
    retryShortestSeconds: number('retryShortestSeconds'), retryLongestSeconds: number('retryLongestSeconds'), giveUpAfterHours: number('giveUpAfterHours'),
  };
  return Object.values(settings).some((value) => value !== null && value !== undefined && value !== false) ? settings : null;
};

/**
 * Reads accounts from a CSV file as an older system exports it: separated by `,` or `;`, with a line of column names. A
 * column that is not there leaves its setting as it is; a blank cell clears it. Cells are text and nothing else: one that
 * begins with `=` is no formula here. Throws Refused where the columns are wrong or the text is no CSV.
 */
export const readCsv = (text: string): Reading => {
  const [header, ...lines] = linesOf(text);
  if (header === undefined) return refuse('INVALID', [], 'The file is empty');
  const fields = fieldsOf(header.record);
  const faults: Fault[] = [];
  const smtpAccounts = lines.map(({ record }, at): TransferAccount => {
    const complain = (message: string, ...path: string[]): void => { faults.push({ code: 'INVALID', path: ['smtpAccounts', String(at), ...path], message }); };
    if (record.length !== fields.length) complain(`There are ${record.length} cells, and ${fields.length} columns`);
    const cells = new Map(fields.map((field, place) => [field, record[place] ?? '']));
    const flag = FLAGS[(cells.get('useSendGrid') ?? '').toLowerCase()];
    if (flag === undefined) complain('Write yes or no (or true, false, 1, 0)', 'settings', 'useSendGrid');
    return { number: cells.get('number') ?? '', name: cells.get('name') ?? '', sandbox: false, paused: false, settings: settingsOf(cells, flag ?? false) };
  });
  const where = ([, at, ...path]: readonly string[]): string => {
    const line = at === undefined ? undefined : lines[Number(at)]?.info.lines;
    const column = COLUMNS.find(([, field]) => field === path.at(-1))?.[0];
    return [...(line === undefined ? [] : [`line ${line}`]), ...(column === undefined ? [] : [`column ${column}`])].join(', ');
  };
  return { transfer: { areas: [], quotaGroups: [], smtpAccounts, smtpConfiguration: null, roles: [] }, faults, where };
};
