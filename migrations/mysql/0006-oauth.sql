-- Log-on by OAuth 2.0 as an application: its settings and secrets, and the access tokens that are in use.

update `smtp_account` set `settings` = json_set(`settings`, '$.oauthProvider', null, '$.oauthTenantId', null, '$.oauthClientId', null, '$.oauthClientSecretExpiresOn', null, '$.oauthClientEmail', null) where `settings` is not null;
alter table `smtp_account` add column `oauth_client_secret_sealed` longtext null;
alter table `smtp_account` add column `oauth_private_key_sealed` longtext null;

create table `oauth_token` (
  `account_id` char(36) not null,
  `fingerprint` varchar(64) null,
  `sealed` longtext null,
  `renew_from` bigint not null,
  `expires_at` bigint not null,
  `lease_holder` char(36) null,
  `lease_expires_at` bigint not null,
  primary key (`account_id`)
) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;
