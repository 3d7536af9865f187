-- Words of servers that the catalogue does not know, counted.

create table `unknown_reply` (
  `id` varchar(64) not null,
  `stage` varchar(20) not null,
  `provider` varchar(20) not null,
  `words` varchar(300) not null,
  `count` int not null,
  `first_at` bigint not null,
  `last_at` bigint not null,
  primary key (`id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
alter table `unknown_reply` add index `unknown_reply_last_at_id_index` (`last_at`, `id`);
