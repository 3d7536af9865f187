-- The history of tests of an account.

create table `account_test` (
  `id` char(36) not null primary key,
  `account_id` char(36) not null,
  `mode` text not null,
  `email_test_to` text not null,
  `server` text not null,
  `as_posted` integer not null,
  `started_by_kind` text not null,
  `started_by_id` char(36) null,
  `started_by_name` text not null,
  `state` text not null,
  `stages` longtext not null,
  `diagnosis` longtext null,
  `message_id` text null,
  `started_at` bigint not null,
  `ended_at` bigint not null
);
create index `account_test_account_id_id_index` on `account_test` (`account_id`, `id`);
