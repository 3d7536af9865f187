-- The health of accounts, and what people are to be told of it.

create table `account_health` (
  `account_id` char(36) not null,
  `state` varchar(10) not null default 'UNKNOWN',
  `since` bigint not null,
  `checked_at` bigint null,
  `next_check_at` bigint not null,
  `failures` int not null default 0,
  `stage` varchar(20) null,
  `diagnosis` longtext null,
  `warnings` longtext not null,
  `certificate_step` int null,
  `secret_step` int null,
  `networks` longtext not null,
  primary key (`account_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `account_health` add index `account_health_next_check_at_index` (`next_check_at`);
alter table `account_health` add index `account_health_state_index` (`state`);

create table `alert` (
  `id` char(36) not null,
  `kind` varchar(30) not null,
  `account_id` char(36) not null,
  `account_number` varchar(20) not null,
  `account_name` varchar(100) not null,
  `message` longtext not null,
  `at` bigint not null,
  `mailed_at` bigint null,
  `posted_at` bigint null,
  `post_tries` int not null default 0,
  `next_post_at` bigint not null,
  `done` tinyint(1) not null default false,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `alert` add index `alert_done_id_index` (`done`, `id`);
alter table `alert` add index `alert_account_id_index` (`account_id`);
