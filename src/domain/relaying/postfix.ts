import type { GuideText, StepText } from './vocabulary.js';

export const postfixLogOn: readonly StepText[] = ['Log on: port 587 with STARTTLS, account and password (permit_sasl_authenticated).'];

export const postfixNetworks: readonly StepText[] = [
  [
    'Or add {publicAddress} to the networks that may relay (permit_mynetworks in smtpd_relay_restrictions). ' +
      'This shows the present value.',
    'postconf mynetworks smtpd_relay_restrictions',
  ],
];

export const postfixSenderOwned: readonly StepText[] = [
  "Use the log-on's own address as email from, or have the entry added to smtpd_sender_login_maps.",
];

export const postfixReverseName: readonly StepText[] = [
  ['Have the owner of the address set its PTR to a name that resolves to it.', 'nslookup {publicAddress}'],
];

/** Postfix: SMTPD_ACCESS_README and postconf(5). */
export const postfixGuide: GuideText = {
  platform: 'POSTFIX',
  title: 'Postfix',
  introduction:
    'Postfix relays for clients that log on and for networks that it is told are its own (mynetworks). It refuses everybody else ' +
    'with 554, or with 454 where the rule is defer_unauth_destination, which is its default: the 454 does not pass by itself.',
  sections: [
    { title: 'Log on', steps: postfixLogOn },
    { title: 'Allow this machine by its address', steps: [...postfixNetworks, ['After the change of main.cf.', 'postfix reload']] },
    { title: 'Another From than the log-on', steps: postfixSenderOwned },
    { title: 'Where it asks for a reverse name', steps: postfixReverseName },
  ],
  diagnosisIds: [
    'RELAY_DENIED', 'CLIENT_HOST_REJECTED', 'POSTFIX_SENDER_NOT_OWNED', 'POSTFIX_SENDER_NOT_LOGGED_ON', 'AUTH_NOT_ENABLED', 'AUTH_NEEDS_TLS',
    'STARTTLS_REQUIRED', 'REVERSE_DNS_MISSING', 'EHLO_NAME_REJECTED',
  ],
  link: 'https://www.postfix.org/SMTPD_ACCESS_README.html',
};
