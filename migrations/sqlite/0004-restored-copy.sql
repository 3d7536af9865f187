alter table `smtp_configuration` add column `copy_reason` text null;
