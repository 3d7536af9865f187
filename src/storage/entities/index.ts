import { SmtpAccountEntity } from './account.entity.js';
import { PastTestEntity } from './account-test.entity.js';
import { AuditEventEntity } from './audit.entity.js';
import { CapturedEmailEntity } from './captured.entity.js';
import { KeptBlobEntity, UploadEntity } from './content.entity.js';
import { AreaOverrideEntity, EmailAreaEntity, SmtpConfigurationEntity } from './configuration.entity.js';
import {
  AttachmentEntity, AttemptEntity, DispatchEntity, EmailBodyEntity, EmailEntity, RecipientEntity,
} from './email.entity.js';
import { ConnectionShareEntity, EmailFallbackEntity, QuotaGroupEntity, RateCounterEntity } from './limits.entity.js';
import { AccountHealthEntity, AlertEntity } from './health.entity.js';
import { InstallationEntity, LeaseEntity, RetiredNumberEntity } from './installation.entity.js';
import { OAuthTokenEntity } from './oauth-token.entity.js';
import { UnknownReplyEntity } from './unknown-reply.entity.js';
import {
  AccessRecordEntity, ApplicationTokenEntity, EmployeeEntity, EmployeeRoleEntity, RoleEntity, SessionEntity,
  SignInFailureEntity,
} from './people.entity.js';

/** Every table. Migrations and the drift check go by this list. */
export const ENTITIES = [
  SmtpAccountEntity, SmtpConfigurationEntity, AreaOverrideEntity, EmailAreaEntity,
  EmployeeEntity, RoleEntity, EmployeeRoleEntity, AccessRecordEntity, ApplicationTokenEntity, SessionEntity,
  SignInFailureEntity, AuditEventEntity, RetiredNumberEntity, InstallationEntity, LeaseEntity,
  EmailEntity, EmailBodyEntity, AttachmentEntity, RecipientEntity, AttemptEntity, DispatchEntity, CapturedEmailEntity,
  QuotaGroupEntity, RateCounterEntity, ConnectionShareEntity, EmailFallbackEntity,
  KeptBlobEntity, UploadEntity, PastTestEntity, UnknownReplyEntity, OAuthTokenEntity,
  AccountHealthEntity, AlertEntity,
];
