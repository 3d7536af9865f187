import type { RecordsOfFragment } from './record-types.js';

/** The ERP's slider: each level holds those before it; whatever is none of them is custom. */
export const LEVELS = ['NONE', 'VIEW', 'CHANGE', 'ADD', 'ERASE'] as const;
export type Level = (typeof LEVELS)[number] | 'CUSTOM';

export const RIGHTS = ['access', 'modify', 'add', 'erase'] as const;
export type RightName = (typeof RIGHTS)[number];
export type Four = Pick<RecordsOfFragment, RightName>;

export const fourOf = (level: Exclude<Level, 'CUSTOM'>): Four => {
  const reached = LEVELS.indexOf(level);
  return { access: reached >= 1, modify: reached >= 2, add: reached >= 3, erase: reached >= 4 };
};

export const levelOf = (four: Four): Level => LEVELS.find((level) => RIGHTS.every((right) => fourOf(level)[right] === four[right])) ?? 'CUSTOM';

export const RECORD_TYPES = ['SMTP_ACCOUNTS', 'SMTP_CONFIGURATION', 'EMAILS', 'EMAIL_CONTENT', 'EMPLOYEES', 'ACCESS_RECORDS', 'APPLICATION_TOKENS', 'AUDIT'] as const satisfies readonly RecordsOfFragment['recordType'][];
/** Only these may be limited to areas. */
export const AREA_LIMITED: readonly string[] = ['EMAILS', 'EMAIL_CONTENT'];

export const NOTHING: Four = { access: false, modify: false, add: false, erase: false };
export const givesAnything = (four: Four): boolean => RIGHTS.some((right) => four[right]);
