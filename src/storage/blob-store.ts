import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobPath } from '../domain/blob-path.js';

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Files by the hash of their content, in a folder: attachments and captured emails. The same content is kept once. */
export class BlobStore {
  readonly folder: string;
  /** Folders whose own names are on the disk. */
  readonly #named = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Keeps the bytes; they are on the disk, under their name, when this resolves. Answers the SHA-256. */
  async put(bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = blobPath(this.folder, sha256);
    if (await exists(path)) {
      // Whoever put it may still be on the way to this.
      await this.#syncName(path);
      return sha256;
    }
    await mkdir(dirname(path), { recursive: true });
    const draft = join(this.folder, `draft-${process.pid}-${crypto.randomUUID()}`);
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      await this.#syncName(path);
    } finally {
      await rm(draft, { force: true });
    }
    return sha256;
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
}
