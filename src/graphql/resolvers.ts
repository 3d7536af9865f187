import type { NonEmptyArray } from 'type-graphql';
import { AccessRecordResolver } from './access-record.resolver.js';
import { ApplicationTokenResolver } from './application-token.resolver.js';
import { AuditEventResolver } from './audit-event.resolver.js';
import { EmployeeResolver } from './employee.resolver.js';
import { HealthResolver } from './health.resolver.js';
import { RelayingResolver } from './relaying.resolver.js';
import { RoleResolver } from './role.resolver.js';
import { EmailAreaResolver } from './email-area.resolver.js';
import { SmtpDiscoveryResolver, SmtpProposalResolver, SmtpProviderPresetResolver } from './smtp-discovery.resolver.js';
import { SmtpAccountHistoryResolver } from './smtp-account-history.resolver.js';
import { SmtpAccountTestResolver } from './smtp-account-test.resolver.js';
import { CapturedEmailResolver } from './captured-email.resolver.js';
import { EmailMendingResolver } from './email-mending.resolver.js';
import { EmailAttachmentResolver, EmailResolver } from './email.resolver.js';
import { MailStatisticsResolver } from './mail-statistics.resolver.js';
import { SmtpAccountResolver } from './smtp-account.resolver.js';
import { SmtpConfigurationResolver } from './smtp-configuration.resolver.js';
import { SmtpAccountCarriageResolver } from './smtp-account-carriage.resolver.js';
import { SmtpAccountOAuthResolver } from './smtp-account-oauth.resolver.js';
import { QuotaGroupResolver } from './quota-group.resolver.js';
import { SenderDomainResolver } from './sender-domain.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

type Resolver = new () => object;

/** Every resolver; a new one is one line here. */
export const RESOLVERS: NonEmptyArray<Resolver> = [
  ViewerResolver, SmtpAccountResolver, SmtpAccountTestResolver, SmtpDiscoveryResolver, SmtpConfigurationResolver, EmailAreaResolver,
  EmployeeResolver, RoleResolver, AccessRecordResolver, ApplicationTokenResolver, AuditEventResolver,
  EmailResolver, EmailAttachmentResolver, CapturedEmailResolver,
  EmailMendingResolver, QuotaGroupResolver, SmtpAccountCarriageResolver, SmtpAccountOAuthResolver, SmtpAccountHistoryResolver, SenderDomainResolver,
  RelayingResolver, HealthResolver, MailStatisticsResolver, SmtpProposalResolver, SmtpProviderPresetResolver,
];
