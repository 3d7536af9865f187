-- The history of tests of an account.

create table `account_test` (
  `id` char(36) not null,
  `account_id` char(36) not null,
  `mode` varchar(10) not null,
  `email_test_to` varchar(320) not null,
  `server` varchar(300) not null,
  `as_posted` tinyint(1) not null,
  `started_by_kind` varchar(20) not null,
  `started_by_id` char(36) null,
  `started_by_name` varchar(100) not null,
  `state` varchar(10) not null,
  `stages` longtext not null,
  `diagnosis` longtext null,
  `message_id` varchar(320) null,
  `started_at` bigint not null,
  `ended_at` bigint not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `account_test` add index `account_test_account_id_id_index` (`account_id`, `id`);
