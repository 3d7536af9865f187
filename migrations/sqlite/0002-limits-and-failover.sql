-- Limits of accounts and quota groups, fallbacks, retry settings, and envelopes that are too long for a server.

update `smtp_account` set `settings` = json_set(`settings`, '$.connectionsMax', null, '$.messagesPerMinute', null, '$.messagesPerHour', null, '$.messagesPerDay', null, '$.quotaGroupId', null, '$.fallbackAccountId', null, '$.retryShortestSeconds', null, '$.retryLongestSeconds', null, '$.giveUpAfterHours', null) where `settings` is not null;

alter table `smtp_account` add column `limited` integer not null default false;
alter table `smtp_account` add column `fallback_id` char(36) null;
alter table `smtp_account` add column `quota_group_id` char(36) null;
create index `smtp_account_limited_index` on `smtp_account` (`limited`);
create index `smtp_account_fallback_id_index` on `smtp_account` (`fallback_id`);
create index `smtp_account_quota_group_id_index` on `smtp_account` (`quota_group_id`);

alter table `dispatch` add column `recipients_at_most` integer null;
alter table `dispatch` add column `fallback_id` char(36) null;

drop index `dispatch_area_state_priority_due_at_email_id_index`;
drop index `dispatch_state_priority_due_at_email_id_index`;
drop index `dispatch_account_id_state_index`;
create index `dispatch_area_state_priority_due_at_email_id_account_id_index` on `dispatch` (`area`, `state`, `priority`, `due_at`, `email_id`, `account_id`);
create index `dispatch_state_account_id_index` on `dispatch` (`state`, `account_id`);

create table `quota_group` (
  `id` char(36) not null primary key,
  `name` text not null,
  `name_key` text not null,
  `messages_per_minute` integer null,
  `messages_per_hour` integer null,
  `messages_per_day` integer null,
  `created_at` bigint not null,
  `version` integer not null default 1
);
create unique index `quota_group_name_key_unique` on `quota_group` (`name_key`);

create table `rate_counter` (
  `holder_id` char(36) not null,
  `unit` text not null,
  `starts_at` bigint not null,
  `taken` integer not null,
  primary key (`holder_id`, `unit`)
);

create table `email_fallback` (
  `email_id` char(36) not null primary key,
  `account_id` char(36) not null,
  `account_number` text not null,
  `account_name` text not null,
  `at` bigint not null
);
create index `email_fallback_account_id_at_index` on `email_fallback` (`account_id`, `at`);

create table `connection_share` (
  `account_id` char(36) not null,
  `holder` char(36) not null,
  `connections` integer not null,
  `expires_at` bigint not null,
  primary key (`account_id`, `holder`)
);
create index `connection_share_holder_index` on `connection_share` (`holder`);
