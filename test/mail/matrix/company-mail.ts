import type { KeyPair } from '../../support/certificates.js';

/** The one log-on of the servers of the matrix. Exim's and OpenSMTPD's tables take no colon or blank. */
export const LOG_ON = { accountName: 'desk@example.com', password: 'Grüße-und-möre' } as const;
export const INSIDE = 'anna@example.com';
export const OUTSIDE = 'guest@outside.example';

/** How a mail server of the matrix is set up: in words that all of them can be told in. */
export interface Setup {
  /** What it shows; null: it encrypts nothing. */
  readonly tls: KeyPair | null;
  /** TLS from the first byte on. */
  readonly implicitTls: boolean;
  /** Nothing goes in the clear. */
  readonly tlsRequired: boolean;
  /** Whether a log-on is offered. */
  readonly logOn: boolean;
  /** Whether nothing at all is taken without one. */
  readonly logOnRequired: boolean;
  /** Whether this machine may send to everybody without one. */
  readonly openToUs: boolean;
  /** Whether who logged on may only use its own address. */
  readonly ownSenderOnly: boolean;
  readonly messageBytesMax: number | null;
}

/** A server that runs; nothing leaves the machine. */
export interface CompanyMail extends AsyncDisposable { readonly port: number; readonly log: () => string }
