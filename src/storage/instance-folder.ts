import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderIdentity } from '../domain/instance.js';

const ID_FILE = 'id';
const MARK_FILE = /\.mark$/;

/** Power may fail: a folder that forgot its id would have its own database taken for a copy. */
const syncFolder = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * The folder `instance` in the data folder: the id of the database that the folder belongs to, and one mark of each process. It must
 * not travel with the database: a backup that held both could not be told from the original.
 */
export class InstanceFolder {
  readonly #dataFolder: string;
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    this.#folder = join(dataFolder, 'instance');
  }

  /** What the folder knows. A mark that cannot be read, for power failed while it was written, counts as none. */
  identity(): FolderIdentity {
    const marks = this.#markFiles().map((file) => this.#markIn(file)).filter(Number.isSafeInteger);
    return { id: this.#id(), mark: Math.max(0, ...marks) };
  }

  /** Writes down the database that the folder belongs to; on the disk before it returns. */
  writeId(id: string): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#replace(ID_FILE, `${id}\n`, true);
    syncFolder(this.#folder);
    syncFolder(this.#dataFolder);
  }

  /** Leaves a mark for a process. Not forced to the disk: a mark that is lost makes nobody take an original for a copy. */
  writeMark(holder: string, mark: number): void {
    this.#replace(`${holder}.mark`, `${mark}\n`, false);
  }

  /** Removes lower marks than the one given: those of processes that ended. A living one leaves its next soon. */
  forgetMarksBelow(mark: number): void {
    for (const file of this.#markFiles()) if (!(this.#markIn(file) >= mark)) rmSync(join(this.#folder, file), { force: true });
  }

  #id(): string | null {
    try {
      return readFileSync(join(this.#folder, ID_FILE), 'utf8').trim() || null;
    } catch (error) {
      if (Object(error).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** NaN where there is none: another process may have removed the file meanwhile. */
  #markIn(file: string): number {
    try {
      return Number.parseInt(readFileSync(join(this.#folder, file), 'utf8'), 10);
    } catch (error) {
      if (Object(error).code === 'ENOENT') return Number.NaN;
      throw error;
    }
  }

  #markFiles(): string[] {
    try {
      return readdirSync(this.#folder).filter((file) => MARK_FILE.test(file));
    } catch (error) {
      if (Object(error).code === 'ENOENT') return [];
      throw error;
    }
  }

  /** In one step, so that nobody reads half of it. */
  #replace(name: string, text: string, durable: boolean): void {
    const draft = join(this.#folder, `${name}.${process.pid}.new`);
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, text);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, join(this.#folder, name));
  }
}
