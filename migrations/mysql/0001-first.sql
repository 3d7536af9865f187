-- Postroom's tables, first version. What each column means stands in src/storage/entities and src/storage/outbox-tables.ts.

create table `access_record` (
  `holder_kind` varchar(20) not null,
  `holder_id` char(36) not null,
  `record_type` varchar(30) not null,
  `may_access` tinyint(1) not null,
  `may_modify` tinyint(1) not null,
  `may_add` tinyint(1) not null,
  `may_erase` tinyint(1) not null,
  `areas` longtext null,
  primary key (`holder_kind`, `holder_id`, `record_type`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `application_token` (
  `id` char(36) not null,
  `name` varchar(100) not null,
  `name_key` varchar(200) not null,
  `secret_hash` varchar(64) not null,
  `areas` longtext null,
  `created_by_id` char(36) null,
  `created_by_name` varchar(100) not null,
  `created_at` bigint not null,
  `expires_at` bigint null,
  `revoked_at` bigint null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `application_token` add unique `application_token_name_key_unique` (`name_key`);
alter table `application_token` add unique `application_token_secret_hash_unique` (`secret_hash`);
alter table `application_token` add index `application_token_created_by_id_index` (`created_by_id`);

create table `area_override` (
  `area` varchar(40) not null,
  `account_id` char(36) not null,
  primary key (`area`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `area_override` add index `area_override_account_id_index` (`account_id`);

create table `audit_event` (
  `id` char(36) not null,
  `at` bigint not null,
  `actor_kind` varchar(20) not null,
  `actor_id` char(36) null,
  `actor_name` varchar(100) not null,
  `address` varchar(60) null,
  `action` varchar(30) not null,
  `subject` varchar(30) not null,
  `subject_id` varchar(60) null,
  `subject_name` varchar(200) null,
  `changes` longtext not null,
  `search_key` varchar(400) not null default '',
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `audit_event` add index `audit_event_at_index` (`at`);
alter table `audit_event` add index `audit_event_subject_subject_id_id_index` (`subject`, `subject_id`, `id`);
alter table `audit_event` add index `audit_event_actor_id_id_index` (`actor_id`, `id`);

create table `captured_email` (
  `id` char(36) not null,
  `received_at` bigint not null,
  `envelope_from` varchar(320) not null,
  `recipients` longtext not null,
  `message_id` varchar(255) null,
  `area` varchar(40) null,
  `subject` longtext not null, `sha256` varchar(64) not null,
  `size_bytes` int not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `captured_email` add index `captured_email_message_id_index` (`message_id`);

create table `email` (
  `id` char(36) not null,
  `status` varchar(12) not null,
  `parked_reason` varchar(20) null,
  `area` varchar(40) null,
  `pinned_account_id` char(36) null,
  `account_id` char(36) null,
  `account_number` varchar(20) null,
  `account_name` varchar(100) null,
  `route_reason` varchar(300) not null,
  `delivers_outside` tinyint(1) not null,
  `from_address` varchar(320) null,
  `from_name` varchar(300) null,
  `asked_from_address` varchar(320) null,
  `asked_from_name` varchar(300) null,
  `reply_to_address` varchar(320) null,
  `reply_to_name` varchar(300) null,
  `subject` varchar(998) not null,
  `message_id` varchar(255) not null,
  `priority` varchar(6) not null,
  `on_unknown` varchar(5) not null,
  `sensitive` tinyint(1) not null,
  `batch` varchar(100) null,
  `source_type` varchar(100) null,
  `source_id` varchar(100) null,
  `resend_of_id` char(36) null,
  `sender_kind` varchar(20) not null,
  `sender_id` char(36) null,
  `sender_name` varchar(100) not null,
  `idempotency_holder` varchar(40) null,
  `idempotency_key` varchar(200) null,
  `idempotency_hash` varchar(64) null,
  `diagnosis_id` varchar(60) null,
  `accepted_at` bigint not null,
  `send_at` bigint null,
  `settled_at` bigint null,
  `size_bytes` int not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `email` add unique `email_message_id_unique` (`message_id`);
alter table `email` add index `email_accepted_at_index` (`accepted_at`);
alter table `email` add index `email_status_id_index` (`status`, `id`);
alter table `email` add index `email_area_id_index` (`area`, `id`);
alter table `email` add index `email_account_id_id_index` (`account_id`, `id`);
alter table `email` add index `email_batch_status_index` (`batch`, `status`);
alter table `email` add index `email_source_type_source_id_id_index` (`source_type`, `source_id`, `id`);
alter table `email` add index `email_sender_id_id_index` (`sender_id`, `id`);
alter table `email` add index `email_diagnosis_id_id_index` (`diagnosis_id`, `id`);
alter table `email` add unique `email_idempotency_holder_idempotency_key_unique` (`idempotency_holder`, `idempotency_key`);

create table `email_area` (
  `code` varchar(40) not null,
  `name` varchar(100) not null,
  `name_key` varchar(200) not null,
  `description` varchar(500) null,
  `discovered` tinyint(1) not null default false,
  `created_at` bigint not null,
  `version` int not null default 1,
  primary key (`code`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `email_area` add unique `email_area_name_key_unique` (`name_key`);

create table `email_attachment` (
  `email_id` char(36) not null,
  `position` int unsigned not null,
  `file_name` varchar(255) not null,
  `content_type` varchar(200) not null,
  `content_id` varchar(255) null,
  `inline_part` tinyint(1) not null, `sha256` varchar(64) not null,
  `size_bytes` int not null,
  primary key (`email_id`, `position`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `email_attachment` add index `email_attachment_sha256_index` (`sha256`);

create table `attempt` (
  `email_id` char(36) not null,
  `number` int unsigned not null,
  `at` bigint not null,
  `account_id` char(36) null,
  `account_number` varchar(20) null,
  `account_name` varchar(100) null,
  `outcome` varchar(20) not null,
  `stage` varchar(20) not null,
  `code` int null,
  `enhanced_code` varchar(12) null,
  `reply` varchar(1000) null,
  `diagnosis` longtext null,
  `latency_ms` int not null,
  primary key (`email_id`, `number`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `email_body` (
  `email_id` char(36) not null,
  `text` longtext null,
  `html` longtext null,
  `headers` longtext not null,
  primary key (`email_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `dispatch` (
  `email_id` char(36) not null,
  `state` varchar(8) not null,
  `priority` int not null,
  `area` varchar(40) null,
  `account_id` char(36) null,
  `due_at` bigint not null,
  `tries` int not null,
  `first_try_at` bigint null,
  `parked_at` bigint null,
  `parked_ms` bigint not null,
  `lease_holder` char(36) null,
  `lease_expires_at` bigint null,
  `fence` int not null,
  `handover` tinyint(1) not null,
  primary key (`email_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `dispatch` add index `dispatch_state_priority_due_at_email_id_index` (`state`, `priority`, `due_at`, `email_id`);
alter table `dispatch` add index `dispatch_area_state_priority_due_at_email_id_index` (`area`, `state`, `priority`, `due_at`, `email_id`);
alter table `dispatch` add index `dispatch_account_id_state_index` (`account_id`, `state`);

create table `recipient` (
  `email_id` char(36) not null,
  `position` int unsigned not null,
  `kind` varchar(3) not null,
  `address` varchar(320) not null,
  `address_key` varchar(320) not null,
  `name` varchar(300) null,
  `status` varchar(10) not null,
  `code` int null,
  `enhanced_code` varchar(12) null,
  `reply` varchar(1000) null,
  `at` bigint null,
  primary key (`email_id`, `position`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `recipient` add index `recipient_address_key_index` (`address_key`);

create table `employee` (
  `id` char(36) not null,
  `number` varchar(20) not null,
  `number_key` varchar(20) not null,
  `number_sort` varchar(80) not null,
  `name` varchar(100) not null,
  `email` varchar(254) not null,
  `email_key` varchar(254) not null,
  `search_key` varchar(600) not null,
  `password_hash` varchar(200) null,
  `must_change_password` tinyint(1) not null default false,
  `active` tinyint(1) not null default true,
  `created_at` bigint not null,
  `updated_at` bigint not null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `employee` add unique `employee_number_key_unique` (`number_key`);
alter table `employee` add index `employee_number_sort_index` (`number_sort`);
alter table `employee` add unique `employee_email_key_unique` (`email_key`);

create table `employee_role` (
  `employee_id` char(36) not null,
  `role_id` char(36) not null,
  primary key (`employee_id`, `role_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `employee_role` add index `employee_role_role_id_index` (`role_id`);

create table `installation` (
  `key` varchar(40) not null,
  `value` varchar(400) not null,
  primary key (`key`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `lease` (
  `name` varchar(40) not null,
  `holder` char(36) not null,
  `fence` int not null,
  `expires_at` bigint not null,
  primary key (`name`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `retired_number` (
  `kind` varchar(20) not null,
  `number_key` varchar(20) not null,
  primary key (`kind`, `number_key`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;

create table `role` (
  `id` char(36) not null,
  `name` varchar(100) not null,
  `name_key` varchar(200) not null,
  `description` varchar(500) null,
  `created_at` bigint not null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `role` add unique `role_name_key_unique` (`name_key`);

create table `session` (
  `id` char(36) not null,
  `token_hash` varchar(64) not null,
  `employee_id` char(36) not null,
  `created_at` bigint not null,
  `expires_at` bigint not null,
  `address` varchar(60) not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `session` add unique `session_token_hash_unique` (`token_hash`);
alter table `session` add index `session_employee_id_index` (`employee_id`);
alter table `session` add index `session_expires_at_index` (`expires_at`);

create table `sign_in_failure` (
  `key` varchar(400) not null,
  `count` int not null,
  `window_ends_at` bigint not null,
  primary key (`key`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `sign_in_failure` add index `sign_in_failure_window_ends_at_index` (`window_ends_at`);

create table `smtp_account` (
  `id` char(36) not null,
  `number` varchar(20) not null,
  `number_key` varchar(20) not null,
  `number_sort` varchar(80) not null,
  `name` varchar(100) not null,
  `name_key` varchar(200) not null,
  `settings` longtext null,
  `search_key` varchar(1000) not null,
  `password_sealed` longtext null,
  `send_grid_api_key_sealed` longtext null,
  `sandbox` tinyint(1) not null default false,
  `paused_at` bigint null,
  `pause_reason` varchar(20) null,
  `pause_diagnosis_id` varchar(60) null,
  `created_by_id` char(36) null,
  `created_at` bigint not null,
  `updated_at` bigint not null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `smtp_account` add unique `smtp_account_number_key_unique` (`number_key`);
alter table `smtp_account` add index `smtp_account_number_sort_index` (`number_sort`);
alter table `smtp_account` add unique `smtp_account_name_key_unique` (`name_key`);

create table `smtp_configuration` (
  `id` varchar(10) not null default 'smtp',
  `enabled` tinyint(1) not null default false,
  `default_account_id` char(36) null,
  `updated_at` bigint not null,
  `version` int not null default 1,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
