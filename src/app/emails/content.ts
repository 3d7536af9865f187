import type { SignedInCaller } from '../../domain/caller.js';
import { Problem } from '../../domain/errors.js';
import { mayInArea } from '../../domain/permission.js';
import { contentOf } from '../../storage/email.store.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import type { EmailView } from './view.js';

/** A file of an email; its bytes are read when they are asked for. */
export interface AttachmentView {
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly contentId: string | null;
  readonly inline: boolean;
  readonly bytes: () => Promise<Buffer>;
}

/** What an email says. */
export interface ContentView {
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly AttachmentView[];
}

/**
 * The content of an email; null once it is purged. Each reading is audited first: what cannot be audited is not shown.
 * Throws FORBIDDEN where the caller's EMAIL_CONTENT access does not reach the email's area.
 */
export const emailContent = async (house: House, caller: SignedInCaller, email: EmailView): Promise<ContentView | null> => {
  if (!mayInArea(caller.rights, 'EMAIL_CONTENT', 'access', email.area)) {
    throw new Problem('FORBIDDEN', email.area === null ? 'Needs EMAIL_CONTENT access without a limit' : `Needs EMAIL_CONTENT access in area ${email.area}`);
  }
  const content = await contentOf(house.storage.read(), email.id);
  if (content === null) return null;
  await change(house, caller, async (desk) => {
    desk.audit('CONTENT_READ', { type: 'EMAIL_CONTENT', id: email.id, name: email.subject });
    return true;
  });
  const { body, attachments } = content;
  return {
    text: body.text, html: body.html, headers: JSON.parse(body.headers) as ContentView['headers'],
    attachments: attachments.map((row) => ({
      fileName: row.file_name, contentType: row.content_type, sizeBytes: row.size_bytes, contentId: row.content_id, inline: row.inline_part === 1,
      bytes: async () => await house.blobs.get(row.sha256),
    })),
  };
};
