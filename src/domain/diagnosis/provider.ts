import type { Evidence } from '../stage.js';
import type { Provider } from './vocabulary.js';

const HOSTS: readonly (readonly [RegExp, Provider])[] = [
  [/(^|\.)(smtp|outlook)\.office365\.com$|\.(mail\.protection|prod)\.outlook\.com$|\.mx\.microsoft$/, 'MICROSOFT365'],
  [/(^|\.)(gmail|google|googlemail)\.com$/, 'GOOGLE'],
  [/(^|\.)sendgrid\.(net|com)$/, 'SENDGRID'],
  [/(^|\.)email-smtp(-fips)?\.[a-z0-9-]+\.amazonaws\.com$/, 'SES'],
];

// IIS's own SMTP service states its version where Exchange says "ready"; both call themselves Microsoft's.
const BANNERS: readonly (readonly [string, Provider])[] = [
  ['outlook.office365.com', 'MICROSOFT365'], ['outlook.com microsoft esmtp', 'MICROSOFT365'], ['gsmtp', 'GOOGLE'],
  ['sg esmtp', 'SENDGRID'], ['simpleemailservice', 'SES'], ['esmtp mailenable service', 'MAILENABLE'],
  ['microsoft esmtp mail service, version', 'IIS'], ['microsoft esmtp mail service', 'EXCHANGE'],
  ['esmtp postfix', 'POSTFIX'], ['esmtp exim', 'EXIM'], ['esmtp sendmail', 'SENDMAIL'], ['esmtp opensmtpd', 'OPENSMTPD'], ['hmailserver', 'HMAILSERVER'],
  ['domino', 'DOMINO'], ['qmail', 'QMAIL'],
];

const CAPABILITIES: readonly (readonly [string, Provider])[] = [
  ['X-EXPS', 'EXCHANGE'], ['XRDST', 'EXCHANGE'], ['X-ANONYMOUSTLS', 'EXCHANGE'], ['XCLIENT', 'POSTFIX'],
  ['XFORWARD', 'POSTFIX'],
];

/** Whose server a host name tells of, such as that of an MX or of a CNAME's target; null where it is nobody's in particular. */
export const providerOfHost = (name: string): Provider | null => {
  const host = name.trim().toLowerCase().replace(/\.$/, '').slice(-255);
  return HOSTS.find(([pattern]) => pattern.test(host))?.[1] ?? null;
};

/**
 * Whose server this probably is: by its host name or what that is an alias of, then by its banner, then by capabilities only that vendor offers.
 * Only the order of the tables depends on it, since banners are changed and relays pass on another server's words.
 */
export const detectProvider = (evidence: Evidence): Provider => {
  const names = [evidence.host ?? '', ...evidence.aliases ?? []];
  const byHost = names.map(providerOfHost).find((provider) => provider !== null);
  if (byHost) return byHost;
  const banner = (evidence.banner ?? '').toLowerCase();
  const byBanner = BANNERS.find(([words]) => banner.includes(words));
  if (byBanner) return byBanner[1];
  const offered = evidence.capabilities.map((capability) => capability.trim().toUpperCase().split(' ', 1)[0]);
  return CAPABILITIES.find(([word]) => offered.includes(word))?.[1] ?? 'UNKNOWN';
};
