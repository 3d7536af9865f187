import type { GuideText, StepText } from './vocabulary.js';

export const sesCredentials: readonly StepText[] = ['Make SMTP credentials in the SES console, in the region of {host}, and enter them.'];

export const sesIdentity: readonly StepText[] = [
  'Verify the domain or address in that region.', 'If SES is still in its sandbox, ask for production access.',
];

export const sesPolicy: readonly StepText[] = ['Allow ses:SendRawEmail on the identity in the IAM policy of the user.'];

/** Amazon SES Developer Guide: "Using the Amazon SES SMTP interface". */
export const sesGuide: GuideText = {
  platform: 'SES',
  title: 'Amazon SES',
  introduction:
    'SES relays for who logs on with SMTP credentials of its region, and takes only verified senders. SMTP credentials are not the ' +
    "AWS keys. A new account is in SES's sandbox, where recipients must be verified too.",
  sections: [
    {
      title: 'Log on',
      steps: ['Server email-smtp.REGION.amazonaws.com, port 587 (2587 where 587 is closed) with STARTTLS, or 465 with implicit TLS.', ...sesCredentials],
    },
    { title: 'Verify what you send from', steps: sesIdentity },
    { title: 'Let the user send', steps: sesPolicy },
  ],
  diagnosisIds: ['SES_CREDENTIALS_INVALID', 'SES_NOT_SUBSCRIBED', 'SES_IDENTITY_NOT_VERIFIED', 'SES_POLICY'],
  link: 'https://docs.aws.amazon.com/ses/latest/dg/send-email-smtp.html',
};
