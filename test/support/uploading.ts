import type { Readable } from 'node:stream';
import type { Api } from './api.js';

export interface Uploaded { readonly id: string; readonly fileName: string; readonly contentType: string; readonly sizeBytes: number; readonly expiresAt: string }

/** How a file is named and what goes with it. */
export interface UploadOptions { readonly fileName?: string; readonly contentType?: string; readonly headers?: Readonly<Record<string, string>>; readonly query?: string }

/** Posts bytes as a file, and answers whatever came back. */
export const uploading = async ({ url, token }: Pick<Api, 'url' | 'token'>, body: Buffer | Readable, options: UploadOptions = {}): Promise<Response> => {
  const query = options.query ?? `fileName=${encodeURIComponent(options.fileName ?? 'file.bin')}`;
  return await fetch(`${url}/attachments?${query}`, {
    method: 'POST', body: body as never, duplex: 'half',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(options.contentType === undefined ? {} : { 'content-type': options.contentType }), ...options.headers,
    },
  } as RequestInit);
};

/** A file that must have been taken. */
export const uploaded = async (api: Pick<Api, 'url' | 'token'>, body: Buffer | Readable, options: UploadOptions = {}): Promise<Uploaded> => {
  const response = await uploading(api, body, options);
  if (response.status !== 201) throw new Error(`Not taken: ${response.status} ${await response.text()}`);
  return await response.json() as Uploaded;
};
