import { createHash } from 'node:crypto';
import { existsSync, unlinkSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobPath } from '../domain/blob-path.js';

/** Content by its SHA-256, and how many bytes it has. */
export interface Blob { readonly sha256: string; readonly sizeBytes: number }

/** Enters content in the register (blob-register.store.ts); durable when it resolves. */
export type Register = (blob: Blob) => Promise<void>;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const writeAll = async (file: FileHandle, chunks: AsyncIterable<Buffer>): Promise<Blob> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), sizeBytes };
};

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/**
 * Files by the hash of their content, in a folder: attachments and captured emails. The same content is kept once. Content
 * is entered in the register before its file gets its name, so that no file is ever there that nobody would remove.
 */
export class BlobStore {
  readonly folder: string;
  readonly #register: Register;
  /** Folders whose own names are on the disk. */
  readonly #named = new Set<string>();

  constructor(folder: string, register: Register) {
    this.folder = folder;
    this.#register = register;
  }

  /** Keeps the bytes; they are on the disk, under their name, when this resolves. Answers the SHA-256. */
  async put(bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.has(sha256)) return (await this.take(once(bytes))).sha256;
    await this.#register({ sha256, sizeBytes: bytes.length });
    // Whoever put it may still be on the way to this.
    await this.#syncName(blobPath(this.folder, sha256));
    return sha256;
  }

  /** As {@link put}, of bytes that come one by one and are never held together. Where they fail, nothing stays behind. */
  async take(chunks: AsyncIterable<Buffer>): Promise<Blob> {
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `draft-${process.pid}-${crypto.randomUUID()}`);
    try {
      const file = await open(draft, 'wx', 0o600);
      let blob: Blob;
      try {
        blob = await writeAll(file, chunks);
        await Promise.all([file.sync(), this.#register(blob)]);
      } finally {
        await file.close();
      }
      const path = blobPath(this.folder, blob.sha256);
      await mkdir(dirname(path), { recursive: true });
      if (!this.has(blob.sha256)) await rename(draft, path);
      await this.#syncName(path);
      return blob;
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Brings a file's name to the disk, with the names of the folders that it lies in. */
  async #syncName(path: string): Promise<void> {
    const inner = dirname(path);
    await syncFolder(inner);
    if (this.#named.has(inner)) return;
    await syncFolder(this.folder);
    await syncFolder(dirname(this.folder));
    this.#named.add(inner);
  }

  /** The bytes kept under a hash; throws when there are none. */
  async get(sha256: string): Promise<Buffer> {
    return await readFile(blobPath(this.folder, sha256));
  }

  /** Removes drafts that nobody wrote to since a time: whoever wrote them was killed. */
  async removeDrafts(before: number): Promise<void> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (Object(error).code === 'ENOENT') return [];
      throw error;
    });
    for (const name of names.filter((one) => one.startsWith('draft-'))) {
      const draft = join(this.folder, name);
      // Gone meanwhile: its writer is done.
      const written = await stat(draft).catch(() => null);
      if (written !== null && written.mtimeMs < before) await rm(draft, { force: true });
    }
  }

  /** Whether there is a file. Answers at once, for it is asked inside transactions. */
  has(sha256: string): boolean {
    return existsSync(blobPath(this.folder, sha256));
  }

  /** Removes a file, at once, for the same reason; one that is gone already is no fault. Only under its lock in the register. */
  remove(sha256: string): void {
    try {
      unlinkSync(blobPath(this.folder, sha256));
    } catch (error) {
      if (Object(error).code !== 'ENOENT') throw error;
    }
  }
}
