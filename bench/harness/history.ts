import Database from 'better-sqlite3';
import { join } from 'node:path';

/** Rows of one statement: enough that statements cost nothing, few enough that its log stays small. */
const AT_ONCE = 50_000;
/** Between one email and the next, so that a million of them are a year's. */
const APART_MS = 30_000;

/** A UUIDv7 of the time `at`, made unique by the number `i`, as an SQL expression. */
const UUID = `substr(printf('%012x', at), 1, 8) || '-' || substr(printf('%012x', at), 9) || printf('-7%03x-8%03x-%012x', abs(random()) % 4096, abs(random()) % 4096, i)`;

/** Past emails as a busy desk has them: nine areas, customers that come back, nearly all sent at the first try. */
const MADE = `create temp table made as
  with recursive n(i) as (select @from union all select i + 1 from n where i + 1 < @to)
  select ${UUID} as id, i, at, 'AREA_' || (i % 9) as area, case when i % 40 = 0 then 'FAILED' else 'SENT' end as status
  from (select i, @now - (@rows - i) * ${APART_MS} as at from n)`;

const EMAIL = `insert into email (id, status, area, account_id, account_number, account_name, route_reason, delivers_outside, from_address, from_name,
    subject, message_id, priority, on_unknown, sensitive, batch, source_type, source_id, sender_kind, sender_id, sender_name, accepted_at, settled_at, size_bytes)
  select id, status, area, @account, '1', 'Relay', 'The area ' || area || ' sends through account 1', 1, 'office@example.com', 'Example Ltd.',
    'Invoice ' || i, id || '@example.com', 'NORMAL', 'HOLD', 0, 'run-' || (i / 400), 'INVOICE', cast(i as text), 'APPLICATION_TOKEN', @sender, 'Invoicing', at, at + 900, 4600
  from made`;

const RECIPIENT = `insert into recipient (email_id, position, kind, address, address_key, name, status, code, enhanced_code, reply, at)
  select id, 0, 'TO', 'customer-' || (i % 20000) || '@customer.example', 'customer-' || (i % 20000) || '@customer.example', 'Customer ' || (i % 20000),
    case status when 'SENT' then 'ACCEPTED' else 'REFUSED' end, case status when 'SENT' then 250 else 550 end, null, '250 2.0.0 Ok: queued as 4F1B2C3D', at + 900
  from made`;

const ATTEMPT = `insert into attempt (email_id, number, at, account_id, account_number, account_name, outcome, stage, code, enhanced_code, reply, latency_ms)
  select id, 1, at + 850, @account, '1', 'Relay', case status when 'SENT' then 'ACCEPTED' else 'REFUSED' end, 'DONE',
    case status when 'SENT' then 250 else 550 end, null, '250 2.0.0 Ok: queued as 4F1B2C3D', 48
  from made`;

/** Fills the tables of a Postroom that does not run with settled emails, their recipients and attempts; bodies are long purged. */
export const fillHistory = (folder: string, rows: number, accountId: string): void => {
  const database = new Database(join(folder, 'postroom.db'));
  try {
    database.pragma('synchronous = off');
    const sender = crypto.randomUUID();
    const now = Date.now();
    for (let from = 0; from < rows; from += AT_ONCE) {
      database.prepare(MADE).run({ from, to: Math.min(rows, from + AT_ONCE), rows, now });
      database.transaction(() => {
        database.prepare(EMAIL).run({ account: accountId, sender });
        database.prepare(RECIPIENT).run();
        database.prepare(ATTEMPT).run({ account: accountId });
      })();
      database.exec('drop table made');
    }
    database.pragma('wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
};

/** Takes away what was accepted since, so that each round finds the history that the first found. */
export const forgetSince = (folder: string, time: number): void => {
  const database = new Database(join(folder, 'postroom.db'), { timeout: 10_000 });
  try {
    database.transaction(() => {
      for (const table of ['email_body', 'recipient', 'dispatch']) {
        database.prepare(`delete from ${table} where email_id in (select id from email where accepted_at >= ?)`).run(time);
      }
      database.prepare('delete from email where accepted_at >= ?').run(time);
    }).immediate();
  } finally {
    database.close();
  }
};
