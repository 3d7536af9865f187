/**
 * A copy is not the original.
 *
 * A database that was restored from a backup, or copied to another place, knows nothing of what was sent since, and would send
 * it again. So the data folder holds, outside the database, the id of the database that it belongs to and a mark, a number
 * that grows in both while Postroom runs. At each start they are held against one another:
 *
 * - the same id, and a mark in the database that is no lower: the ORIGINAL;
 * - the same id and a lower mark in the database: it is older than the folder, a restored backup;
 * - another id, or none in the folder of a database that was in use: a clone, or an exchanged folder;
 * - no id in the folder, and a database that has no emails, or that was last used before there were marks: it is ADOPTED.
 */

/** What the database knows of itself. `mark: null`: no process that keeps marks has run on it yet. */
export interface DatabaseIdentity { readonly id: string; readonly mark: number | null; readonly hasEmails: boolean }

/** What the data folder knows. `mark` is the highest that any process left there. */
export interface FolderIdentity { readonly id: string | null; readonly mark: number }

/** `foreign`: the folder belongs to another database, or to none; a process that lives on this one has another folder. */
export type InstanceVerdict =
  | { readonly kind: 'ORIGINAL' | 'ADOPTED' }
  | { readonly kind: 'COPY'; readonly foreign: boolean; readonly reason: string };

/** Holds a database against the data folder that it is started with. */
export const judgeInstance = (database: DatabaseIdentity, folder: FolderIdentity): InstanceVerdict => {
  if (folder.id === null) {
    return database.mark === null || !database.hasEmails ? { kind: 'ADOPTED' }
      : { kind: 'COPY', foreign: true, reason: 'The data folder does not know this database, which has emails: it is a clone, or the folder is new' };
  }
  if (folder.id !== database.id) {
    return { kind: 'COPY', foreign: true, reason: 'The data folder belongs to another database: one of the two was exchanged' };
  }
  return folder.mark > (database.mark ?? 0)
    ? { kind: 'COPY', foreign: false, reason: 'The database is older than its data folder: it was restored from a backup' } : { kind: 'ORIGINAL' };
};
