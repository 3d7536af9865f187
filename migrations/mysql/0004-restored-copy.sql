alter table `smtp_configuration` add column `copy_reason` varchar(300) null;
