import type { AlertKind } from './health.js';

/** Something that people are to be told of an account, and how far that got. Names are written down as they were. */
export class Alert {
  id!: string;
  kind!: AlertKind;
  accountId!: string;
  accountNumber!: string;
  accountName!: string;
  message!: string;
  at!: number;
  /** When its email was accepted, or it was seen that there is nobody or no way to send it; null: still to do. */
  mailedAt: number | null = null;
  /** When the company's address took it, or it was given up; null: still to do. */
  postedAt: number | null = null;
  postTries = 0;
  nextPostAt!: number;
  /** Neither is still to do. */
  done = false;

  constructor(values: Partial<Alert> = {}) {
    Object.assign(this, values);
  }
}

/** What it is about, in a line. */
export const alertSubject = ({ kind, accountNumber, accountName }: Alert): string => {
  const account = `SMTP account ${accountNumber} ${accountName}`;
  const WORDS: Readonly<Record<AlertKind, string>> = {
    STARTED_FAILING: `${account} does not work`, RECOVERED: `${account} works again`, FALLBACK_HIDES_FAULT: `${account} is carried by its fallback`,
    CERTIFICATE_EXPIRES: `${account}: the certificate of its server expires`, SECRET_EXPIRES: `${account}: its client secret expires`,
  };
  return WORDS[kind];
};
