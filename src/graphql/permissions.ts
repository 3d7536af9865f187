import type { RecordType } from '../domain/permission.js';
import type { IRules } from './shield.js';
import { anybody, employeeAtAll, employeeHolds, holds, nullWithout, shownOnlyWith, signedInAtAll } from './rules.js';

/**
 * THE map: which right each way into Postroom needs. What is not in it is denied. Root fields, and fields that lead into
 * a guarded record, must stand here; a test walks the schema and fails for one that does not. A rule here says which
 * right; a use case still looks at areas, at who created a record, and at what may be granted.
 */
export const PERMISSIONS = {
  Query: {
    viewer: signedInAtAll,
    smtpAccounts: holds(['SMTP_ACCOUNTS', 'access']),
    smtpAccount: holds(['SMTP_ACCOUNTS', 'access']),
    smtpAccountByNumber: holds(['SMTP_ACCOUNTS', 'access']),
    nextSmtpAccountNumber: holds(['SMTP_ACCOUNTS', 'access'], ['SMTP_ACCOUNTS', 'add']),
    relayingGuide: holds(['SMTP_ACCOUNTS', 'access']),
    relayingGuides: holds(['SMTP_ACCOUNTS', 'access']),
    unknownReplies: holds(['SMTP_ACCOUNTS', 'access']),
    quotaGroups: holds(['SMTP_ACCOUNTS', 'access']),
    employees: holds(['EMPLOYEES', 'access']),
    employee: holds(['EMPLOYEES', 'access']),
    nextEmployeeNumber: holds(['EMPLOYEES', 'access'], ['EMPLOYEES', 'add']),
    roles: holds(['ACCESS_RECORDS', 'access']),
    accessHolders: holds(['ACCESS_RECORDS', 'access']),
    applicationTokens: holds(['APPLICATION_TOKENS', 'access']),
    auditEvents: holds(['AUDIT', 'access']),
    // Who may post settings must be able to find them: `add` posts the first ones of an account that it made.
    smtpProviderPresets: holds(['SMTP_ACCOUNTS', 'access'], ['SMTP_ACCOUNTS', 'add']),
    discoverSmtpSettings: holds(['SMTP_ACCOUNTS', 'modify'], ['SMTP_ACCOUNTS', 'add']),
    // As a test: it has DNS servers asked what the caller wants, and shows what settings that are not posted would do.
    senderDomainChecks: holds(['SMTP_ACCOUNTS', 'modify']),
    smtpAccountTest: holds(['SMTP_ACCOUNTS', 'modify']),
    smtpConfiguration: holds(['SMTP_CONFIGURATION', 'access']),
    emailAreas: holds(['SMTP_CONFIGURATION', 'access'], ['EMAILS', 'access'], ['EMAILS', 'add']),
    route: holds(['SMTP_CONFIGURATION', 'access'], ['EMAILS', 'access'], ['EMAILS', 'add']),
    emails: holds(['EMAILS', 'access'], ['EMAILS', 'add']),
    email: holds(['EMAILS', 'access'], ['EMAILS', 'add']),
    mailStatistics: holds(['EMAILS', 'access'], ['EMAILS', 'add']),
    emailBatch: holds(['EMAILS', 'access'], ['EMAILS', 'add']),
    capturedEmails: holds(['EMAIL_CONTENT', 'access']),
    capturedEmail: holds(['EMAIL_CONTENT', 'access']),
  },
  Mutation: {
    signIn: anybody,
    signOut: signedInAtAll,
    createSmtpAccount: holds(['SMTP_ACCOUNTS', 'add']),
    renameSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    postSmtpAccountSettings: holds(['SMTP_ACCOUNTS', 'modify'], ['SMTP_ACCOUNTS', 'add']),
    pauseSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    resumeSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    eraseSmtpAccount: holds(['SMTP_ACCOUNTS', 'erase']),
    createQuotaGroup: holds(['SMTP_ACCOUNTS', 'add']),
    updateQuotaGroup: holds(['SMTP_ACCOUNTS', 'modify']),
    eraseQuotaGroup: holds(['SMTP_ACCOUNTS', 'erase']),
    changePassword: employeeAtAll,
    createEmployee: holds(['EMPLOYEES', 'add']),
    updateEmployee: holds(['EMPLOYEES', 'modify']),
    setEmployeeActive: holds(['EMPLOYEES', 'modify']),
    resetEmployeePassword: holds(['EMPLOYEES', 'modify']),
    eraseEmployee: holds(['EMPLOYEES', 'erase']),
    createRole: holds(['ACCESS_RECORDS', 'add']),
    updateRole: holds(['ACCESS_RECORDS', 'modify']),
    eraseRole: holds(['ACCESS_RECORDS', 'erase']),
    setAccessRecords: holds(['ACCESS_RECORDS', 'modify']),
    createApplicationToken: employeeHolds('APPLICATION_TOKENS', 'add'),
    revokeApplicationToken: holds(['APPLICATION_TOKENS', 'erase']),
    checkSmtpAccountHealth: holds(['SMTP_ACCOUNTS', 'modify']),
    testSmtpAccount: holds(['SMTP_ACCOUNTS', 'modify']),
    cancelSmtpAccountTest: holds(['SMTP_ACCOUNTS', 'modify']),
    postSmtpConfiguration: holds(['SMTP_CONFIGURATION', 'modify']),
    setMailEnabled: holds(['SMTP_CONFIGURATION', 'modify']),
    createEmailArea: holds(['SMTP_CONFIGURATION', 'add']),
    updateEmailArea: holds(['SMTP_CONFIGURATION', 'modify']),
    eraseEmailArea: holds(['SMTP_CONFIGURATION', 'erase']),
    sendEmail: holds(['EMAILS', 'add']),
    sendEmails: holds(['EMAILS', 'add']),
    retryEmail: holds(['EMAILS', 'modify']),
    cancelEmail: holds(['EMAILS', 'modify']),
    resendEmail: holds(['EMAILS', 'modify']),
    resolveUnknownEmail: holds(['EMAILS', 'modify']),
    changeEmails: holds(['EMAILS', 'modify']),
  },
  Subscription: {
    smtpAccountTestProgress: holds(['SMTP_ACCOUNTS', 'modify']),
    emailChanged: holds(['EMAILS', 'access'], ['EMAILS', 'add']),
  },
  // A sender sees what it sent, with or without access; whose emails those are, the use case knows.
  SendEmailPayload: { email: holds(['EMAILS', 'access'], ['EMAILS', 'add']) },
  EmailPayload: { email: holds(['EMAILS', 'modify']) },
  Email: { content: holds(['EMAIL_CONTENT', 'access']) },
  QuotaGroupPayload: { quotaGroup: shownOnlyWith('SMTP_ACCOUNTS', 'quotaGroup') },
  SmtpAccountPayload: { smtpAccount: shownOnlyWith('SMTP_ACCOUNTS', 'smtpAccount') },
  // Everybody may know its own rights; whoever just signed in has no session in this very request yet.
  Viewer: { rights: anybody },
  Employee: { roles: nullWithout('ACCESS_RECORDS'), accessRecords: nullWithout('ACCESS_RECORDS'), rights: nullWithout('ACCESS_RECORDS') },
  EmployeePayload: { employee: shownOnlyWith('EMPLOYEES', 'employee') },
  ResetPasswordPayload: { employee: shownOnlyWith('EMPLOYEES', 'employee') },
  RolePayload: { role: shownOnlyWith('ACCESS_RECORDS', 'role') },
  AccessHolderPayload: { records: shownOnlyWith('ACCESS_RECORDS', 'records') },
  // What a program may do is part of its token, which nobody reaches without access to tokens.
  ApplicationToken: { accessRecords: holds(['APPLICATION_TOKENS', 'access']) },
  ApplicationTokenPayload: { applicationToken: shownOnlyWith('APPLICATION_TOKENS', 'applicationToken') },
  SmtpConfigurationPayload: { smtpConfiguration: shownOnlyWith('SMTP_CONFIGURATION', 'smtpConfiguration') },
  EmailAreaPayload: { emailArea: shownOnlyWith('SMTP_CONFIGURATION', 'emailArea') },
} satisfies IRules;

/**
 * Types that are records under guard, with the record type whose access they need. A field that leads into one must have
 * a rule, unless it stands in a type under the same guard, which nobody reached without one.
 */
const GUARDED_TYPES: Readonly<Record<string, RecordType>> = {
  SmtpAccount: 'SMTP_ACCOUNTS', QuotaGroup: 'SMTP_ACCOUNTS', Employee: 'EMPLOYEES', Role: 'ACCESS_RECORDS', AccessRecord: 'ACCESS_RECORDS', EffectiveRight: 'ACCESS_RECORDS',
  ApplicationToken: 'APPLICATION_TOKENS', AuditEvent: 'AUDIT',
  SmtpConfiguration: 'SMTP_CONFIGURATION', EmailArea: 'SMTP_CONFIGURATION',
  Email: 'EMAILS', EmailContent: 'EMAIL_CONTENT', CapturedEmail: 'EMAIL_CONTENT',
};

/** What guards a type; its connection and edges are under the same guard. */
export const guardOf = (typeName: string): RecordType | null => GUARDED_TYPES[typeName.replace(/(Connection|Edge)$/, '')] ?? null;

/** Whether the map names a field. */
export const hasRule = (typeName: string, field: string): boolean =>
  Object.hasOwn((PERMISSIONS as Readonly<Record<string, object>>)[typeName] ?? {}, field);
