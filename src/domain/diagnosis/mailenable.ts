import { mailEnableAvoid, mailEnableLogOn, mailEnablePrivilegedAddress } from '../relaying/mailenable.js';
import type { Rule } from './vocabulary.js';

/** MailEnable (its knowledge base, ME020032). It refuses to relay with 503, which looks like a fault of our own. */
export const mailEnableRules: readonly Rule[] = [
  {
    id: 'RELAY_DENIED',
    when: ['requires authentication when attempting to send to a non-local'],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause:
      'MailEnable refused to relay: there was no log-on, {publicAddress} is not privileged, or the domain of ' +
      'sender or recipient is not defined there.',
    remedy: [...mailEnableLogOn, ...mailEnablePrivilegedAddress, ...mailEnableAvoid],
    guide: 'MAILENABLE',
    link: 'https://mailenable.com/kb/content/article.asp?ID=me020032',
  },
  {
    id: 'MAILENABLE_LOGIN_REFUSED',
    when: [{ says: ['invalid username or password'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      '{host} does not accept this user name and password. MailEnable usually expects the name as ' +
      'mailbox@postoffice.',
    remedy: ['Correct account and password.'],
  },
  {
    id: 'RECIPIENT_UNKNOWN',
    when: ['mailbox unavailable or not local'],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient does not exist on this server.',
    remedy: ['Correct the address.'],
  },
  {
    id: 'COMMAND_SEQUENCE',
    when: ['bad sequence of commands', 'too many invalid commands'],
    means: ['SERVER', 'PARK', 'ACCOUNT'],
    cause: 'The server refused an earlier command of this conversation, for example the log-on, and then this one.',
    remedy: ['Test the settings, and look at the reply before this one.'],
  },
  {
    id: 'MAILENABLE_SERVICE_UNAVAILABLE',
    when: [{ says: ['service not available'], codes: [421], providers: ['MAILENABLE'] }],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: 'The MailEnable service cannot read its configuration folder, usually for want of permissions.',
    remedy: ['Run the MailEnable diagnostic utility on the server.'],
  },
];

/** Only in bounces, around another server's words: those decide, if they are known. */
export const mailEnableBounceRules: readonly Rule[] = [
  {
    id: 'MAILENABLE_NOT_DELIVERED',
    when: ['me-e0193'],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: "MailEnable could not deliver the message to the recipient's server.",
    remedy: ['Read the reply that the bounce quotes: it is the one that counts.'],
  },
];
