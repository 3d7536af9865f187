-- Limits of accounts and quota groups, fallbacks, retry settings, and envelopes that are too long for a server.

update `smtp_account` set `settings` = json_set(`settings`, '$.connectionsMax', null, '$.messagesPerMinute', null, '$.messagesPerHour', null, '$.messagesPerDay', null, '$.quotaGroupId', null, '$.fallbackAccountId', null, '$.retryShortestSeconds', null, '$.retryLongestSeconds', null, '$.giveUpAfterHours', null) where `settings` is not null;

alter table `smtp_account` add `limited` tinyint(1) not null default false, add `fallback_id` char(36) null, add `quota_group_id` char(36) null;
alter table `smtp_account` add index `smtp_account_limited_index` (`limited`);
alter table `smtp_account` add index `smtp_account_fallback_id_index` (`fallback_id`);
alter table `smtp_account` add index `smtp_account_quota_group_id_index` (`quota_group_id`);

alter table `dispatch` add `recipients_at_most` int null, add `fallback_id` char(36) null;

alter table `dispatch` drop index `dispatch_area_state_priority_due_at_email_id_index`, drop index `dispatch_state_priority_due_at_email_id_index`, drop index `dispatch_account_id_state_index`, add index `dispatch_area_state_priority_due_at_email_id_account_id_index` (`area`, `state`, `priority`, `due_at`, `email_id`, `account_id`), add index `dispatch_state_account_id_index` (`state`, `account_id`);

create table `quota_group` (
  `id` char(36) not null,
  `name` varchar(100) not null,
  `name_key` varchar(200) not null,
  `messages_per_minute` int null,
  `messages_per_hour` int null,
  `messages_per_day` int null,
  `created_at` bigint not null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `quota_group` add unique `quota_group_name_key_unique` (`name_key`);

create table `rate_counter` (
  `holder_id` char(36) not null,
  `unit` varchar(6) not null,
  `starts_at` bigint not null,
  `taken` int not null,
  primary key (`holder_id`, `unit`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `email_fallback` (
  `email_id` char(36) not null,
  `account_id` char(36) not null,
  `account_number` varchar(20) not null,
  `account_name` varchar(100) not null,
  `at` bigint not null,
  primary key (`email_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `email_fallback` add index `email_fallback_account_id_at_index` (`account_id`, `at`);

create table `connection_share` (
  `account_id` char(36) not null,
  `holder` char(36) not null,
  `connections` int not null,
  `expires_at` bigint not null,
  primary key (`account_id`, `holder`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `connection_share` add index `connection_share_holder_index` (`holder`);
