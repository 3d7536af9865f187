import { textKey } from './normalise.js';

/** One field of a change. Secrets stand as `changed` on both sides. */
export interface Change { readonly field: string; readonly before: string | null; readonly after: string | null }

export const AUDIT_ACTIONS = [
  'CREATED', 'RENAMED', 'UPDATED', 'POSTED', 'PAUSED', 'RESUMED', 'ERASED', 'TESTED', 'ENABLED', 'DISABLED',
  'SIGNED_IN', 'SIGN_IN_REFUSED', 'SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ACTIVATED', 'DEACTIVATED',
  'ACCESS_RECORDS_SET', 'REVOKED', 'CONTENT_READ', 'DISCOVERED', 'RETRIED', 'CANCELLED', 'RESENT', 'REROUTED',
  'RELEASED', 'OUTCOME_RESOLVED', 'EXPORTED', 'IMPORTED', 'KEYS_ROTATED', 'MIGRATED', 'TAKEN_FOR_COPY', 'INSTANCE_CONFIRMED',
  'PURGED', 'SETTINGS_LOOKED_UP',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an audit event is about. `EMAIL_CONTENT` is an email's body or attachments. */
export const AUDIT_SUBJECTS = [
  'SMTP_ACCOUNT', 'SMTP_CONFIGURATION', 'EMAIL_AREA', 'EMAIL', 'EMAIL_CONTENT', 'CAPTURED_EMAIL', 'EMPLOYEE',
  'ROLE', 'APPLICATION_TOKEN', 'SESSION', 'INSTALLATION', 'QUOTA_GROUP',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

const WITHOUT_PEOPLE: readonly AuditSubject[] = ['SMTP_ACCOUNT', 'SMTP_CONFIGURATION', 'EMAIL_AREA', 'EMAIL', 'EMAIL_CONTENT', 'CAPTURED_EMAIL'];

/**
 * Whether an event may tell of a change of who is known here or of what they may do: what was found out about a caller
 * before it does not hold any more. A sign-in adds a session and takes none away.
 */
export const touchesRights = (action: AuditAction, subject: AuditSubject): boolean =>
  !WITHOUT_PEOPLE.includes(subject) && action !== 'SIGNED_IN' && action !== 'SIGN_IN_REFUSED';

/** Who acts: a person, a program, the command line, nobody yet, or Postroom by itself. */
export const ACTOR_KINDS = ['EMPLOYEE', 'APPLICATION_TOKEN', 'COMMAND', 'SIGNED_OUT', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who, when, what. Names are written down as they were, so that they outlive their records. */
export class AuditEvent {
  id!: string;
  at!: number;
  actorKind!: ActorKind;
  actorId: string | null = null;
  actorName!: string;
  address: string | null = null;
  action!: AuditAction;
  subject!: AuditSubject;
  subjectId: string | null = null;
  subjectName: string | null = null;
  changes: readonly Change[] = [];
  /** Names of subject and actor, normalised: what the text filter looks in. */
  searchKey!: string;

  constructor(values: Partial<AuditEvent> = {}) {
    Object.assign(this, values);
    this.searchKey ??= textKey(`${this.subjectName ?? ''} ${this.actorName ?? ''}`).slice(0, 400);
  }
}

const written = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The fields that differ between two states of a record, for the audit; equal ones are left out. */
export const changesBetween = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((change) => change.before !== change.after);

/** A secret's change, which never shows the secret nor whether two are alike. */
export const secretChange = (field: string): Change => ({ field, before: 'changed', after: 'changed' });
