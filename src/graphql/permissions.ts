import type { RecordType } from '../domain/permission.js';
import type { IRules } from './shield.js';
import { anybody, holds, shownOnlyWith, signedInAtAll } from './rules.js';

/**
 * THE map: which right each way into Postroom needs. What is not in it is denied. Root fields, and fields that lead into
 * a guarded record, must stand here; a test walks the schema and fails for one that does not. A rule here says which
 * right; a use case still looks at areas, at who created a record, and at what may be granted.
 */
export const PERMISSIONS = {
  Query: {
    viewer: signedInAtAll,
    smtpAccounts: holds(['SMTP_ACCOUNTS', 'access']),
    smtpAccount: holds(['SMTP_ACCOUNTS', 'access']),
    smtpAccountByNumber: holds(['SMTP_ACCOUNTS', 'access']),
    nextSmtpAccountNumber: holds(['SMTP_ACCOUNTS', 'access'], ['SMTP_ACCOUNTS', 'add']),
  },
  Mutation: {
    signIn: anybody,
    signOut: signedInAtAll,
    createSmtpAccount: holds(['SMTP_ACCOUNTS', 'add']),
    renameSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    postSmtpAccountSettings: holds(['SMTP_ACCOUNTS', 'modify'], ['SMTP_ACCOUNTS', 'add']),
    pauseSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    resumeSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    eraseSmtpAccount: holds(['SMTP_ACCOUNTS', 'erase']),
  },
  SmtpAccountPayload: { smtpAccount: shownOnlyWith('SMTP_ACCOUNTS', 'smtpAccount') },
} satisfies IRules;

/**
 * Types that are records under guard, with the record type whose access they need. A field that leads into one must have
 * a rule, unless it stands in a type under the same guard, which nobody reached without one.
 */
const GUARDED_TYPES: Readonly<Record<string, RecordType>> = { SmtpAccount: 'SMTP_ACCOUNTS' };

/** What guards a type; its connection and edges are under the same guard. */
export const guardOf = (typeName: string): RecordType | null => GUARDED_TYPES[typeName.replace(/(Connection|Edge)$/, '')] ?? null;
