import type { GuideText, StepText } from './vocabulary.js';

export const googleRelayService: readonly StepText[] = [
  'Admin console, Apps, Google Workspace, Gmail, Routing, SMTP relay service: add {publicAddress}; allowed ' +
    'senders "only addresses in my domains"; require SMTP authentication if you log on.',
  "Set the account's EHLO name to a name in one of your domains.",
];

export const googleAppPassword: readonly StepText[] = ['Make an app password (16 letters) and enter it without blanks, or use OAuth.'];

export const googleFullAddress: readonly StepText[] = ['Use an app password, or OAuth.', 'The account name is the full address.'];

export const googleDelegation: readonly StepText[] = [
  'Admin console, Security, Access and data control, API controls, Manage domain-wide delegation, Add new: the client id of the service ' +
    'account (its unique id, a number) and the scope https://mail.google.com/',
  'A delegation just granted takes up to 24 hours: test again then.',
];

export const googleServiceAccountKey: readonly StepText[] = [
  'Google Cloud console, IAM and admin, Service accounts, the account, Keys, Add key, Create new key, JSON: enter client_email and ' +
    'private_key of that file in the account.',
];

/** Google: "Route outgoing SMTP relay messages through Google" and its error pages. */
export const googleGuide: GuideText = {
  platform: 'GOOGLE',
  title: 'Google Workspace and Gmail',
  introduction:
    "Google Workspace's relay service (smtp-relay.gmail.com, port 587, STARTTLS) knows a machine by its address, by a log-on, or " +
    'both, and takes any From of your domains: choose it for an ERP. smtp.gmail.com logs on as one user, sends as that user, and ' +
    'has a lower daily limit.',
  sections: [
    { title: 'The relay service of Google Workspace', steps: ['Server smtp-relay.gmail.com, port 587, security STARTTLS.', ...googleRelayService] },
    { title: 'One mailbox, by smtp.gmail.com', steps: ['Server smtp.gmail.com, port 587, security STARTTLS.', ...googleAppPassword, ...googleFullAddress] },
    {
      title: 'One mailbox by OAuth 2.0, as a service account',
      steps: [
        'Google Cloud console: a project with the Gmail API switched on, and in it a service account (it needs no role).', ...googleServiceAccountKey,
        ...googleDelegation, 'In the account: server smtp.gmail.com, port 587, authentication OAUTH2, provider GOOGLE; account: the mailbox, a user of yours.',
      ],
    },
  ],
  diagnosisIds: [
    'GOOGLE_RELAY_NOT_REGISTERED', 'EHLO_NAME_REJECTED', 'GOOGLE_IP_NOT_AUTHORIZED', 'GOOGLE_RELAY_DAILY_LIMIT', 'GOOGLE_RELAY_PEAK_LIMIT',
    'GOOGLE_APP_PASSWORD_NEEDED', 'GOOGLE_LOGIN_REFUSED', 'GOOGLE_WEB_LOGIN_NEEDED', 'GOOGLE_DELEGATION_MISSING', 'GOOGLE_MAILBOX_UNKNOWN', 'GOOGLE_KEY_WRONG', 'GOOGLE_SERVICE_ACCOUNT_UNKNOWN', 'GOOGLE_TOKEN_REFUSED',
  ],
  link: 'https://support.google.com/a/answer/2956491',
};
