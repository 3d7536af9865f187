import type { GuideText, StepText } from './vocabulary.js';

export const eximLogOn: readonly StepText[] = ['Log on: port 587 with STARTTLS, account and password.'];

export const eximRelayHosts: readonly StepText[] = ['Or have {publicAddress} added to the hosts that may relay (relay_from_hosts).'];

export const eximSenderVerified: readonly StepText[] = ['Use an email from that exists and takes mail.'];

/** The Exim specification: "Access control lists"; Debian's README of exim4. */
export const eximGuide: GuideText = {
  platform: 'EXIM',
  title: 'Exim',
  introduction:
    'Exim relays for authenticated clients and for the hosts in the list relay_from_hosts, by the access control list that is ' +
    'asked at RCPT. It refuses with "relay not permitted". It may also ask the domain of the sender whether the address exists.',
  sections: [
    { title: 'Log on', steps: eximLogOn },
    {
      title: 'Allow this machine by its address',
      steps: [
        ...eximRelayHosts,
        ['On Debian the list is dc_relay_nets in /etc/exim4/update-exim4.conf.conf. After the change:', 'update-exim4.conf && systemctl reload exim4'],
      ],
    },
    { title: 'Where it verifies the sender', steps: eximSenderVerified },
  ],
  diagnosisIds: ['RELAY_DENIED', 'SENDER_VERIFY_FAILED', 'AUTHENTICATION_REQUIRED'],
  link: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
};
