/** Which account an area sends through instead of the default one. */
export interface Override { readonly area: string; readonly accountId: string }

/** What a new installation begins with: a quarter to look into what was sent, and two years of who was sent what. */
export const RETENTION_AT_FIRST = { contentRetentionDays: 90, emailRetentionDays: 730 } as const;

/** The one record that says whether mail is on, which account is the default, and which areas go another way. */
export class SmtpConfiguration {
  id = 'smtp';
  enabled = false;
  defaultAccountId: string | null = null;
  /** Bodies, attachments and captured emails are removed so many days after the email was settled; null: never. */
  contentRetentionDays: number | null = null;
  /** Emails themselves are removed so many days after they were settled; null: never. */
  emailRetentionDays: number | null = null;
  updatedAt!: number;
  version = 1;
  /** Why this database is taken for a copy, so that nothing is sent (see instance.ts); null: it is the original. */
  copyReason: string | null = null;
  /** Kept in rows of their own; filled in by the store. Ordered by area code. */
  overrides: readonly Override[] = [];

  constructor(values: Partial<SmtpConfiguration> = {}) {
    Object.assign(this, values);
  }
}
