-- Words of servers that the catalogue does not know, counted.

create table `unknown_reply` (
  `id` text not null primary key,
  `stage` text not null,
  `provider` text not null,
  `words` text not null,
  `count` integer not null,
  `first_at` bigint not null,
  `last_at` bigint not null
);
create index `unknown_reply_last_at_id_index` on `unknown_reply` (`last_at`, `id`);
