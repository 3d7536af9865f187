import type { ParsedMail } from 'mailparser';
import type { SignedInCaller } from '../../domain/caller.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { mapPage, pageRequest } from '../../domain/page.js';
import { capturedById, capturedPage } from '../../storage/captured-page.store.js';
import type { CapturedEmailRow } from '../../storage/entities/captured.entity.js';
import { change } from '../change.js';
import type { House } from '../house.js';

/** The text and files of a captured email, as a mail program would show them. */
export interface ParsedCapture {
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly { readonly fileName: string | null; readonly contentType: string; readonly sizeBytes: number }[];
}

/** A captured email; what it says is read, and the reading audited, when it is asked for. */
export interface CapturedView {
  readonly id: string;
  readonly receivedAt: number;
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly messageId: string | null;
  readonly area: string | null;
  readonly subject: string;
  readonly sizeBytes: number;
  /** The message as it was sent (RFC 5322), as text. */
  readonly source: () => Promise<string>;
  readonly parsed: () => Promise<ParsedCapture>;
}

const parsedCapture = ({ text, html, attachments }: ParsedMail): ParsedCapture => ({
  text: text ?? null, html: html || null,
  attachments: attachments.map(({ filename, contentType, size }) => ({ fileName: filename ?? null, contentType, sizeBytes: size })),
});

/** Parts are shown as they came: nothing is made up from another part, and no picture is drawn into the html. */
const PARSING = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true } as const;

const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  return async () => await (running ??= work());
};

const viewOf = (house: House, row: CapturedEmailRow, audited: () => Promise<void>): CapturedView => {
  const bytes = once(async () => {
    await audited();
    return await house.blobs.get(row.sha256);
  });
  return {
    id: row.id, receivedAt: row.receivedAt, envelopeFrom: row.envelopeFrom, recipients: row.recipients, messageId: row.messageId,
    area: row.area, subject: row.subject, sizeBytes: row.sizeBytes,
    source: async () => (await bytes()).toString('utf8'),
    parsed: once(async () => {
      // Loaded when it is needed, for it brings tables of every character set with it.
      const { simpleParser } = await import('mailparser');
      return parsedCapture(await simpleParser(await bytes(), PARSING));
    }),
  };
};

const reachOf = ({ rights }: SignedInCaller): 'all' | readonly string[] => {
  const reach = rights.EMAIL_CONTENT.access;
  return reach === 'all' ? 'all' : reach === 'none' ? [] : [...reach];
};

/** Writes that emails were read, once, before anything of them is shown. */
const auditedReading = (house: House, caller: SignedInCaller, rows: readonly CapturedEmailRow[]): (() => Promise<void>) => once(async () => {
  await change(house, caller, async (desk) => {
    const [only, ...others] = rows;
    desk.audit('CONTENT_READ', { type: 'CAPTURED_EMAIL', id: others.length === 0 ? only?.id ?? null : null, name: rows.map(({ subject }) => subject).join(', ') });
    return true;
  });
});

/**
 * A page of what the sandbox caught, newest first, as far as the caller's EMAIL_CONTENT access reaches. Asking for what
 * one of them says writes one audit event for the page, before anything of it is shown.
 */
export const capturedEmails = async (house: House, caller: SignedInCaller, page: PageArguments): Promise<Page<CapturedView>> => {
  const found = await capturedPage(house.storage.read(), reachOf(caller), pageRequest(page));
  const audited = auditedReading(house, caller, found.edges.map(({ node }) => node));
  return mapPage(found, (row) => viewOf(house, row, audited));
};

/** One of what the sandbox caught, likewise; null where it is not there, or out of the caller's reach. */
export const capturedEmail = async (house: House, caller: SignedInCaller, id: string): Promise<CapturedView | null> => {
  const row = await capturedById(house.storage.read(), reachOf(caller), id);
  return row === null ? null : viewOf(house, row, auditedReading(house, caller, [row]));
};
