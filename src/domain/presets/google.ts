import { preset, startTlsOn, tlsOn } from './preset.js';

/** Google: the relay of a Workspace, and single mailboxes. */
export const GOOGLE = [
  preset({
    id: 'google-workspace-relay', name: 'Google Workspace: SMTP relay service', server: 'smtp-relay.gmail.com', ports: [...startTlsOn(587), ...tlsOn(465), ...startTlsOn(25)],
    authentications: ['NONE', 'PASSWORD', 'OAUTH2'], accountNameHint: 'only where the relay asks for SMTP authentication: the address of a Workspace user', addressLogsOn: 'ANY_DOMAIN',
    passwordHint: 'an app password of that user',
    limits: ['10,000 messages and 10,000 different recipients a day for each user', 'An administrator must allow the relay and name your public address, or require authentication'],
    link: 'https://support.google.com/a/answer/2956491', relayingPlatform: 'GOOGLE',
    exchangers: ['.l.google.com', 'smtp.google.com', '.googlemail.com'],
  }),
  preset({
    id: 'gmail', name: 'Gmail, or a mailbox of Google Workspace', server: 'smtp.gmail.com', ports: [...tlsOn(465), ...startTlsOn(587)],
    authentications: ['PASSWORD', 'OAUTH2'], accountNameHint: 'the whole address of the mailbox', addressLogsOn: 'ANY_DOMAIN',
    passwordHint: 'an app password, which needs 2-Step Verification; the usual password is refused',
    limits: ['500 messages a day for gmail.com, 2,000 for a Workspace mailbox'],
    link: 'https://developers.google.com/workspace/gmail/imap/imap-smtp', relayingPlatform: 'GOOGLE', domains: ['gmail.com', 'googlemail.com'],
    exchangers: ['.l.google.com', 'smtp.google.com', '.googlemail.com'],
  }),
];
