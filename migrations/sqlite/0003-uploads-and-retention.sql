-- Uploaded files, the register of kept content, and how long content and emails are kept.

create table `kept_blob` (
  `sha256` text not null primary key,
  `size_bytes` integer not null,
  `collect_at` bigint null
);
create index `kept_blob_collect_at_index` on `kept_blob` (`collect_at`);

-- All that is named already is needed; it is looked at again when what names it goes.
insert into `kept_blob` (`sha256`, `size_bytes`, `collect_at`)
  select `sha256`, max(`size_bytes`), null from (
    select `sha256`, `size_bytes` from `email_attachment` union all select `sha256`, `size_bytes` from `captured_email`
  ) as `named` group by `sha256`;

create table `upload` (
  `id` char(36) not null primary key,
  `holder` text not null,
  `file_name` text not null,
  `content_type` text not null,
  `sha256` text not null,
  `size_bytes` integer not null,
  `used` integer not null,
  `created_at` bigint not null,
  `expires_at` bigint not null
);
create index `upload_holder_used_index` on `upload` (`holder`, `used`);
create index `upload_sha256_index` on `upload` (`sha256`);
create index `upload_expires_at_index` on `upload` (`expires_at`);

create index `captured_email_sha256_index` on `captured_email` (`sha256`);

alter table `email` add column `content_purged_at` bigint null;

-- Null: kept for ever. What was set up before goes on as before until somebody chooses.
alter table `smtp_configuration` add column `content_retention_days` integer null;
alter table `smtp_configuration` add column `email_retention_days` integer null;
