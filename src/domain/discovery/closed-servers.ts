const OUTLOOK = 'Outlook.com has refused passwords since September 2024, and its log-on by OAuth 2.0 needs a person at a browser';

/** Servers that are in lists of mail programs still, and let no program in that logs on by a password. */
const CLOSED: Readonly<Record<string, string>> = {
  // https://support.microsoft.com/en-us/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d
  'smtp-mail.outlook.com': OUTLOOK, 'smtp.live.com': OUTLOOK,
  // https://tuta.com/support/howto ("Can I use a third-party email app like Thunderbird?")
  'smtp.tutanota.com': 'Tuta has no SMTP for other programs: mail is sent by its own alone',
};

/** Why nothing can be sent by a server, by its name in lower case, as the end of a sentence without its full stop; null: nothing of that kind is known. */
export const whyClosed = (server: string): string | null => (Object.hasOwn(CLOSED, server) ? CLOSED[server] ?? null : null);
