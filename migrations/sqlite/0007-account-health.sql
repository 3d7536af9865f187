-- The health of accounts, and what people are to be told of it.

create table `account_health` (
  `account_id` char(36) not null primary key,
  `state` text not null default 'UNKNOWN',
  `since` bigint not null,
  `checked_at` bigint null,
  `next_check_at` bigint not null,
  `failures` integer not null default 0,
  `stage` text null,
  `diagnosis` longtext null,
  `warnings` longtext not null,
  `certificate_step` integer null,
  `secret_step` integer null,
  `networks` longtext not null
);
create index `account_health_next_check_at_index` on `account_health` (`next_check_at`);
create index `account_health_state_index` on `account_health` (`state`);

create table `alert` (
  `id` char(36) not null primary key,
  `kind` text not null,
  `account_id` char(36) not null,
  `account_number` text not null,
  `account_name` text not null,
  `message` longtext not null,
  `at` bigint not null,
  `mailed_at` bigint null,
  `posted_at` bigint null,
  `post_tries` integer not null default 0,
  `next_post_at` bigint not null,
  `done` integer not null default false
);
create index `alert_done_id_index` on `alert` (`done`, `id`);
create index `alert_account_id_index` on `alert` (`account_id`);
