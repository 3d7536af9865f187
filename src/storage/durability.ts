import type { SqlEntityManager } from '@mikro-orm/sql';

/**
 * What is wrong with how MySQL or MariaDB keeps its commits, or null. With any value but 1 the log reaches the disk up to
 * a second after the commit, and a loss of power takes back emails that were acknowledged
 * (https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_flush_log_at_trx_commit).
 */
export const durabilityFault = (flushLogAtTrxCommit: unknown): string | null => (String(flushLogAtTrxCommit) === '1' ? null
  : `The database would lose acknowledged emails at a loss of power: innodb_flush_log_at_trx_commit is ${String(flushLogAtTrxCommit)}, it must be 1 `
    + '(SET PERSIST innodb_flush_log_at_trx_commit = 1 on MySQL; in the server\'s option file on MariaDB)');

/** Throws where commits do not survive a loss of power. Asked at every start: a setting of the server may have changed. */
export const refuseIfNotDurable = async (session: Pick<SqlEntityManager, 'execute'>): Promise<void> => {
  const [row] = await session.execute<{ value: unknown }[]>('select @@global.innodb_flush_log_at_trx_commit as value');
  const fault = durabilityFault(row?.value);
  if (fault !== null) throw new Error(fault);
};
