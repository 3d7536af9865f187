import { hash, randomBytes } from 'node:crypto';

/** What a credential stands for is written in front of it, so that a leaked one is recognised by scanners and by us. */
export const SESSION_PREFIX = 'prs_';
export const TOKEN_PREFIX = 'prt_';

/** An opaque credential of 256 random bits; shown once, kept as {@link hashOf} only. */
export const newCredential = (prefix: typeof SESSION_PREFIX | typeof TOKEN_PREFIX): string => prefix + randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. 256 random bits need no slow hash: they cannot be guessed. */
export const hashOf = (credential: string): string => hash('sha256', credential, 'hex');
