import type { GuideText, StepText } from './vocabulary.js';

export const mailEnableLogOn: readonly StepText[] = [
  'Recommended: log on. In the administration program: Servers, Localhost, Services and Connectors, SMTP, ' +
    'Properties, Relay: tick "Enable Mail Relay" and "Allow relay for authenticated senders".',
];

export const mailEnablePrivilegedAddress: readonly StepText[] = ['Or tick "Allow relay for privileged IP ranges" and add {publicAddress}.'];

export const mailEnableAvoid: readonly StepText[] = [
  'Avoid "Allow relay for local sender addresses": senders can be forged, which makes an open relay.',
];

/** MailEnable: knowledge base article ME020032. */
export const mailEnableGuide: GuideText = {
  platform: 'MAILENABLE',
  title: 'MailEnable',
  introduction:
    'MailEnable relays for who is logged on, or for addresses that its administrator lists. It refuses with reply 503, which ' +
    'looks like a fault of the conversation and is none. The account name is usually mailbox@postoffice.',
  sections: [
    { title: 'Log on', steps: mailEnableLogOn },
    { title: 'Allow this machine by its address', steps: mailEnablePrivilegedAddress },
    { title: 'What to leave alone', steps: mailEnableAvoid },
  ],
  diagnosisIds: ['RELAY_DENIED', 'MAILENABLE_LOGIN_REFUSED', 'COMMAND_SEQUENCE', 'MAILENABLE_SERVICE_UNAVAILABLE'],
  link: 'https://mailenable.com/kb/content/article.asp?ID=me020032',
};
