import type { GuideText, StepText } from './vocabulary.js';

export const microsoft365SwitchOnMailbox: readonly StepText[] = [
  ['Switch it on for the mailbox.', 'Set-CASMailbox -Identity {user} -SmtpClientAuthenticationDisabled $false'],
  'Or in the admin centre: Users, the user, Mail, Manage email apps, Authenticated SMTP.',
];

export const microsoft365SwitchOn: readonly StepText[] = [
  ['Better: switch it on for this mailbox only.', 'Set-CASMailbox -Identity {user} -SmtpClientAuthenticationDisabled $false'],
  ['Or for the organisation.', 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false'],
];

export const microsoft365SendAs: readonly StepText[] = [
  ['Grant Send As.', 'Add-RecipientPermission {from} -Trustee {user} -AccessRights SendAs'],
  "Or use the log-on mailbox's own address as email from, or relay by connector.",
  'Check the From of every area, not only the one of the account.',
];

export const microsoft365Connector: readonly StepText[] = [
  'Exchange admin centre, Mail flow, Connectors: add {publicAddress} (static) or the certificate to a connector ' +
    'from your own server.',
  'Make the domain of {from} an accepted domain of the tenant.',
];

export const microsoft365WithoutLogOn: readonly StepText[] = [
  "To send without log-on, use port 25 of the organisation's own MX host (its name ends in " +
    'mail.protection.outlook.com).',
];

export const microsoft365Consent: readonly StepText[] = [
  'Entra admin centre, App registrations, the application, API permissions, Add a permission, APIs my organization uses, ' +
    'Office 365 Exchange Online, Application permissions: SMTP.SendAsApp.',
  'There: Grant admin consent. Take no scopes of other resources.',
];

export const microsoft365NewSecret: readonly StepText[] = [
  'Entra admin centre, App registrations, the application, Certificates & secrets: make a new client secret, and enter its value (not its ' +
    'id) and its last day in the account.',
];

export const microsoft365Application: readonly StepText[] = [
  ...microsoft365Consent,
  [
    'With OAuth as an application, make it known to Exchange Online (the object id is that of the ENTERPRISE application, not of its registration).',
    'New-ServicePrincipal -AppId {clientId} -ObjectId OBJECT-ID',
  ],
  ['And give it the mailbox.', 'Add-MailboxPermission -Identity {user} -User OBJECT-ID -AccessRights FullAccess'],
  ['SMTP AUTH must be on for the mailbox.', 'Set-CASMailbox -Identity {user} -SmtpClientAuthenticationDisabled $false'],
  'Rights just granted take up to an hour: test again then.',
];

/** Microsoft: "How to set up a multifunction device or application to send email using Microsoft 365". */
export const microsoft365Guide: GuideText = {
  platform: 'MICROSOFT365',
  title: 'Microsoft 365 (Exchange Online)',
  introduction:
    'There are three ways. Submission (smtp.office365.com, port 587, STARTTLS) logs on as a mailbox and reaches everybody. ' +
    'A connector lets the machine at your own fixed address relay without a log-on. Direct send, without either, reaches only ' +
    'recipients of your own tenant. Log-on by password is going away (as published by November 2026: existing tenants ' +
    'unchanged to the end of December 2026, then off by default), so choose OAuth 2.0 or a connector for what is to last.',
  sections: [
    { title: 'Submission by password', steps: ['Server smtp.office365.com, port 587, security STARTTLS; account: the full address of the mailbox.', ...microsoft365SwitchOn] },
    {
      title: 'Submission by OAuth 2.0, as an application',
      steps: [
        'Entra admin centre, App registrations, New registration: a name, accounts of this organization only, no redirect address.', ...microsoft365NewSecret,
        ...microsoft365Application, 'In the account: authentication OAUTH2, provider MICROSOFT, tenant id, client id, client secret; account: the mailbox.',
      ],
    },
    { title: 'Another From than the mailbox', steps: microsoft365SendAs },
    { title: 'Relay by connector, without log-on', steps: [...microsoft365WithoutLogOn, ...microsoft365Connector] },
  ],
  diagnosisIds: [
    'RELAY_DENIED', 'M365_CONNECTOR_NOT_MATCHED', 'M365_WRONG_REGION', 'M365_RECIPIENT_REJECTED', 'M365_NOT_LOGGED_ON', 'M365_LOGIN_REFUSED',
    'M365_SMTP_AUTH_DISABLED', 'M365_SMTP_AUTH_DISABLED_TENANT', 'M365_SECURITY_DEFAULTS', 'M365_SIGN_IN_CRITERIA', 'M365_BASIC_AUTH_BLOCKED',
    'M365_TOKEN_REFUSED', 'OAUTH_SECRET_WRONG', 'OAUTH_SECRET_EXPIRED', 'OAUTH_CLIENT_UNKNOWN', 'OAUTH_CLIENT_DISABLED', 'OAUTH_TENANT_UNKNOWN',
    'OAUTH_CONSENT_MISSING', 'OAUTH_POLICY', 'M365_BASIC_AUTH_RETIRED', 'M365_DOMAIN_NOT_REGISTERED', 'SEND_AS_DENIED',
  ],
  link: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
};
