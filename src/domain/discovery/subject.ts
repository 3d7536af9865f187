import { bareAddressFault } from '../address.js';
import { asciiDomain, domainFault } from '../domain-name.js';
import { hasControls } from '../octets.js';

/** Whose settings are looked for. Only the domain ever leaves the house. */
export interface DiscoverySubject {
  /** In lower-case A-label form. */
  readonly domain: string;
  /** Where a whole address was given, that address, as an account name to propose. */
  readonly address: string | null;
}

const faultOf = (given: string, text: string): string | null => {
  if (text === '') return 'Give an email address or a domain.';
  if (hasControls(given)) return 'There is a line break or another control character in it.';
  const domain = text.slice(text.lastIndexOf('@') + 1);
  if (/^\[.*\]$/.test(domain)) return 'The settings of an IP address cannot be looked up; give a domain.';
  return text.includes('@') ? bareAddressFault(text) : domainFault(text);
};

/** Reads `erp@example.com` or `example.com`, blanks around it left away; a fault in words where it is neither. */
export const readSubject = (given: string): DiscoverySubject | { readonly fault: string } => {
  const text = given.trim();
  const fault = faultOf(given, text);
  if (fault !== null) return { fault };
  const at = text.lastIndexOf('@');
  const domain = asciiDomain(text.slice(at + 1));
  return domain === null ? { fault: 'The domain has a character that a domain cannot have.' } : { domain, address: at < 0 ? null : text };
};
