/** Which account an area sends through instead of the default one. */
export interface Override { readonly area: string; readonly accountId: string }

/** The one record that says whether mail is on, which account is the default, and which areas go another way. */
export class SmtpConfiguration {
  id = 'smtp';
  enabled = false;
  defaultAccountId: string | null = null;
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
