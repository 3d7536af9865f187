import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The messages in a Maildir, byte for byte as the mail server wrote them, oldest first; none where there is no folder. */
export const readMaildir = async (folder: string): Promise<readonly Buffer[]> => {
  const names = await readdir(join(folder, 'new')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return await Promise.all(names.toSorted((one, other) => one.localeCompare(other)).map((name) => readFile(join(folder, 'new', name))));
};

/** Whether a message was delivered for this address: what the delivery agent wrote above it says so. */
export const isDeliveredTo = (message: Buffer, address: string): boolean =>
  message.toString('latin1').split(/\r?\n\r?\n/, 1)[0]?.includes(`Delivered-To: ${address}`) ?? false;
