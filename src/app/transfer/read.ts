import { refuse } from '../../domain/errors.js';
import type { Reading } from '../../domain/transfer.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';

export const TRANSFER_FORMATS = ['json', 'csv'] as const;
export type TransferFormat = (typeof TRANSFER_FORMATS)[number];

/** Ten thousand accounts take 5 MiB; a longer file is not one of ours. */
export const TRANSFER_BYTES_MAX = 16 * 1024 * 1024;

/** The format that a file's name tells; else by its first character, for what comes through a pipe. */
export const formatOf = (fileName: string, bytes: Uint8Array): TransferFormat => {
  if (/\.csv$/i.test(fileName)) return 'csv';
  if (/\.json$/i.test(fileName)) return 'json';
  return /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 100))) ? 'json' : 'csv';
};

const textOf = (bytes: Uint8Array): string => {
  if (bytes.length > TRANSFER_BYTES_MAX) refuse('TOO_LARGE', [], `The file is larger than ${TRANSFER_BYTES_MAX / 1024 / 1024} MiB`);
  if (bytes.includes(0)) refuse('INVALID', [], 'The file holds NUL bytes: it is not text in UTF-8');
  try {
    // A byte order mark, which Excel writes, is dropped.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('INVALID', [], 'The file is not text in UTF-8; save it as UTF-8 (in Excel: "CSV UTF-8")');
  }
};

/** Reads a file of settings. Throws Refused when there is nothing to go on with; other faults come with what was read. */
export const readTransfer = (bytes: Uint8Array, format: TransferFormat): Reading =>
  (format === 'json' ? readJson(textOf(bytes)) : readCsv(textOf(bytes)));
