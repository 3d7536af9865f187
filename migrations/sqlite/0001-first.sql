-- Postroom's tables, first version. What each column means stands in src/storage/entities and src/storage/outbox-tables.ts.

create table `access_record` (
  `holder_kind` text not null,
  `holder_id` char(36) not null,
  `record_type` text not null,
  `may_access` integer not null,
  `may_modify` integer not null,
  `may_add` integer not null,
  `may_erase` integer not null,
  `areas` longtext null,
  primary key (`holder_kind`, `holder_id`, `record_type`)
);

create table `application_token` (
  `id` char(36) not null primary key,
  `name` text not null,
  `name_key` text not null,
  `secret_hash` text not null,
  `areas` longtext null,
  `created_by_id` char(36) null,
  `created_by_name` text not null,
  `created_at` bigint not null,
  `expires_at` bigint null,
  `revoked_at` bigint null,
  `version` integer not null default 1
);
create unique index `application_token_name_key_unique` on `application_token` (`name_key`);
create unique index `application_token_secret_hash_unique` on `application_token` (`secret_hash`);
create index `application_token_created_by_id_index` on `application_token` (`created_by_id`);

create table `area_override` (
  `area` text not null primary key,
  `account_id` char(36) not null
);
create index `area_override_account_id_index` on `area_override` (`account_id`);

create table `audit_event` (
  `id` char(36) not null primary key,
  `at` bigint not null,
  `actor_kind` text not null,
  `actor_id` char(36) null,
  `actor_name` text not null,
  `address` text null,
  `action` text not null,
  `subject` text not null,
  `subject_id` text null,
  `subject_name` text null,
  `changes` longtext not null,
  `search_key` text not null default ''
);
create index `audit_event_at_index` on `audit_event` (`at`);
create index `audit_event_subject_subject_id_id_index` on `audit_event` (`subject`, `subject_id`, `id`);
create index `audit_event_actor_id_id_index` on `audit_event` (`actor_id`, `id`);

create table `captured_email` (
  `id` char(36) not null primary key,
  `received_at` bigint not null,
  `envelope_from` text not null,
  `recipients` longtext not null,
  `message_id` text null,
  `area` text null,
  `subject` longtext not null, `sha256` text not null,
  `size_bytes` integer not null
);
create index `captured_email_message_id_index` on `captured_email` (`message_id`);

create table `email` (
  `id` char(36) not null primary key,
  `status` text not null,
  `parked_reason` text null,
  `area` text null,
  `pinned_account_id` char(36) null,
  `account_id` char(36) null,
  `account_number` text null,
  `account_name` text null,
  `route_reason` text not null,
  `delivers_outside` integer not null,
  `from_address` text null,
  `from_name` text null,
  `asked_from_address` text null,
  `asked_from_name` text null,
  `reply_to_address` text null,
  `reply_to_name` text null,
  `subject` text not null,
  `message_id` text not null,
  `priority` text not null,
  `on_unknown` text not null,
  `sensitive` integer not null,
  `batch` text null,
  `source_type` text null,
  `source_id` text null,
  `resend_of_id` char(36) null,
  `sender_kind` text not null,
  `sender_id` char(36) null,
  `sender_name` text not null,
  `idempotency_holder` text null,
  `idempotency_key` text null,
  `idempotency_hash` text null,
  `diagnosis_id` text null,
  `accepted_at` bigint not null,
  `send_at` bigint null,
  `settled_at` bigint null,
  `size_bytes` integer not null
);
create unique index `email_message_id_unique` on `email` (`message_id`);
create index `email_accepted_at_index` on `email` (`accepted_at`);
create index `email_status_id_index` on `email` (`status`, `id`);
create index `email_area_id_index` on `email` (`area`, `id`);
create index `email_account_id_id_index` on `email` (`account_id`, `id`);
create index `email_batch_status_index` on `email` (`batch`, `status`);
create index `email_source_type_source_id_id_index` on `email` (`source_type`, `source_id`, `id`);
create index `email_sender_id_id_index` on `email` (`sender_id`, `id`);
create index `email_diagnosis_id_id_index` on `email` (`diagnosis_id`, `id`);
create unique index `email_idempotency_holder_idempotency_key_unique` on `email` (`idempotency_holder`, `idempotency_key`);

create table `email_area` (
  `code` text not null primary key,
  `name` text not null,
  `name_key` text not null,
  `description` text null,
  `discovered` integer not null default false,
  `created_at` bigint not null,
  `version` integer not null default 1
);
create unique index `email_area_name_key_unique` on `email_area` (`name_key`);

create table `email_attachment` (
  `email_id` char(36) not null,
  `position` integer not null,
  `file_name` text not null,
  `content_type` text not null,
  `content_id` text null,
  `inline_part` integer not null, `sha256` text not null,
  `size_bytes` integer not null,
  primary key (`email_id`, `position`)
);
create index `email_attachment_sha256_index` on `email_attachment` (`sha256`);

create table `attempt` (
  `email_id` char(36) not null,
  `number` integer not null,
  `at` bigint not null,
  `account_id` char(36) null,
  `account_number` text null,
  `account_name` text null,
  `outcome` text not null,
  `stage` text not null,
  `code` integer null,
  `enhanced_code` text null,
  `reply` text null,
  `diagnosis` longtext null,
  `latency_ms` integer not null,
  primary key (`email_id`, `number`)
);

create table `email_body` (
  `email_id` char(36) not null primary key,
  `text` longtext null,
  `html` longtext null,
  `headers` longtext not null
);

create table `dispatch` (
  `email_id` char(36) not null primary key,
  `state` text not null,
  `priority` integer not null,
  `area` text null,
  `account_id` char(36) null,
  `due_at` bigint not null,
  `tries` integer not null,
  `first_try_at` bigint null,
  `parked_at` bigint null,
  `parked_ms` bigint not null,
  `lease_holder` char(36) null,
  `lease_expires_at` bigint null,
  `fence` integer not null,
  `handover` integer not null
);
create index `dispatch_state_priority_due_at_email_id_index` on `dispatch` (`state`, `priority`, `due_at`, `email_id`);
create index `dispatch_area_state_priority_due_at_email_id_index` on `dispatch` (`area`, `state`, `priority`, `due_at`, `email_id`);
create index `dispatch_account_id_state_index` on `dispatch` (`account_id`, `state`);

create table `recipient` (
  `email_id` char(36) not null,
  `position` integer not null,
  `kind` text not null,
  `address` text not null,
  `address_key` text not null,
  `name` text null,
  `status` text not null,
  `code` integer null,
  `enhanced_code` text null,
  `reply` text null,
  `at` bigint null,
  primary key (`email_id`, `position`)
);
create index `recipient_address_key_index` on `recipient` (`address_key`);

create table `employee` (
  `id` char(36) not null primary key,
  `number` text not null,
  `number_key` text not null,
  `number_sort` text not null,
  `name` text not null,
  `email` text not null,
  `email_key` text not null,
  `search_key` text not null,
  `password_hash` text null,
  `must_change_password` integer not null default false,
  `active` integer not null default true,
  `created_at` bigint not null,
  `updated_at` bigint not null,
  `version` integer not null default 1
);
create unique index `employee_number_key_unique` on `employee` (`number_key`);
create index `employee_number_sort_index` on `employee` (`number_sort`);
create unique index `employee_email_key_unique` on `employee` (`email_key`);

create table `employee_role` (
  `employee_id` char(36) not null,
  `role_id` char(36) not null,
  primary key (`employee_id`, `role_id`)
);
create index `employee_role_role_id_index` on `employee_role` (`role_id`);

create table `installation` (
  `key` text not null primary key,
  `value` text not null
);

create table `lease` (
  `name` text not null primary key,
  `holder` char(36) not null,
  `fence` integer not null,
  `expires_at` bigint not null
);

create table `retired_number` (
  `kind` text not null,
  `number_key` text not null,
  primary key (`kind`, `number_key`)
);

create table `role` (
  `id` char(36) not null primary key,
  `name` text not null,
  `name_key` text not null,
  `description` text null,
  `created_at` bigint not null,
  `version` integer not null default 1
);
create unique index `role_name_key_unique` on `role` (`name_key`);

create table `session` (
  `id` char(36) not null primary key,
  `token_hash` text not null,
  `employee_id` char(36) not null,
  `created_at` bigint not null,
  `expires_at` bigint not null,
  `address` text not null
);
create unique index `session_token_hash_unique` on `session` (`token_hash`);
create index `session_employee_id_index` on `session` (`employee_id`);
create index `session_expires_at_index` on `session` (`expires_at`);

create table `sign_in_failure` (
  `key` text not null primary key,
  `count` integer not null,
  `window_ends_at` bigint not null
);
create index `sign_in_failure_window_ends_at_index` on `sign_in_failure` (`window_ends_at`);

create table `smtp_account` (
  `id` char(36) not null primary key,
  `number` text not null,
  `number_key` text not null,
  `number_sort` text not null,
  `name` text not null,
  `name_key` text not null,
  `settings` longtext null,
  `search_key` text not null,
  `password_sealed` longtext null,
  `send_grid_api_key_sealed` longtext null,
  `sandbox` integer not null default false,
  `paused_at` bigint null,
  `pause_reason` text null,
  `pause_diagnosis_id` text null,
  `created_by_id` char(36) null,
  `created_at` bigint not null,
  `updated_at` bigint not null,
  `version` integer not null default 1
);
create unique index `smtp_account_number_key_unique` on `smtp_account` (`number_key`);
create index `smtp_account_number_sort_index` on `smtp_account` (`number_sort`);
create unique index `smtp_account_name_key_unique` on `smtp_account` (`name_key`);

create table `smtp_configuration` (
  `id` text not null primary key default 'smtp',
  `enabled` integer not null default false,
  `default_account_id` char(36) null,
  `updated_at` bigint not null,
  `version` integer not null default 1
);
