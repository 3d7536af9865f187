import type { Fault } from '../api/use-change.js';
import { text } from '../text/text.js';

/** A file that the server has, to be named by the email that is sent. */
export interface Uploaded { readonly id: string; readonly fileName: string; readonly sizeBytes: number }

interface Answer { readonly id?: string; readonly sizeBytes?: number; readonly errors?: readonly { readonly message: string }[] }

/** Uploads a file by `POST /attachments`, streamed by the browser. Answers what was wrong, and never throws. */
export const upload = async (file: File): Promise<Uploaded | Fault> => {
  const query = new URLSearchParams({ fileName: file.name, ...(file.type === '' ? {} : { contentType: file.type }) });
  const refused = (why: string): Fault => ({ code: 'INVALID', message: text.emails.uploadFailed(file.name, why), path: ['attachments'] });
  try {
    const reply = await fetch(`/attachments?${query.toString()}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
    const { id, sizeBytes = file.size, errors } = await reply.json() as Answer;
    return id === undefined ? refused(errors?.[0]?.message ?? reply.statusText) : { id, fileName: file.name, sizeBytes };
  } catch {
    return refused(text.reach.lost);
  }
};
