import { accounts } from './en/accounts.js';
import { configuration } from './en/configuration.js';
import { dashboard } from './en/dashboard.js';
import { emails } from './en/emails.js';
import { people } from './en/people.js';
import { quotas } from './en/quotas.js';
import { audit, guide, sandbox } from './en/records.js';
import { senderDomains } from './en/sender-domains.js';
import { reach, session, shell } from './en/shell.js';
import { testing } from './en/testing.js';
import { welcome } from './en/welcome.js';

/**
 * Every text of the console, in English: the one place to translate. What servers, the API and people wrote is shown as it
 * came. A text with something in it is a function, since the order of words differs from language to language.
 */
export const text = { shell, session, reach, dashboard, welcome, accounts, testing, configuration, emails, people, audit, sandbox, guide, quotas, senderDomains };
