-- Uploaded files, the register of kept content, and how long content and emails are kept.

create table `kept_blob` (
  `sha256` varchar(64) not null,
  `size_bytes` int not null,
  `collect_at` bigint null,
  primary key (`sha256`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `kept_blob` add index `kept_blob_collect_at_index` (`collect_at`);

-- All that is named already is needed; it is looked at again when what names it goes.
insert into `kept_blob` (`sha256`, `size_bytes`, `collect_at`)
  select `sha256`, max(`size_bytes`), null from (
    select `sha256`, `size_bytes` from `email_attachment` union all select `sha256`, `size_bytes` from `captured_email`
  ) as `named` group by `sha256`;

create table `upload` (
  `id` char(36) not null,
  `holder` varchar(40) not null,
  `file_name` varchar(255) not null,
  `content_type` varchar(200) not null,
  `sha256` varchar(64) not null,
  `size_bytes` int not null,
  `used` tinyint(1) not null,
  `created_at` bigint not null,
  `expires_at` bigint not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `upload` add index `upload_holder_used_index` (`holder`, `used`);
alter table `upload` add index `upload_sha256_index` (`sha256`);
alter table `upload` add index `upload_expires_at_index` (`expires_at`);

alter table `captured_email` add index `captured_email_sha256_index` (`sha256`);

alter table `email` add column `content_purged_at` bigint null;

-- Null: kept for ever. What was set up before goes on as before until somebody chooses.
alter table `smtp_configuration` add column `content_retention_days` int null, add column `email_retention_days` int null;
