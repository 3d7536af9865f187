import type { SenderProvider } from './provider.js';

/** How mail of an account reaches the world. */
export interface Leaving {
  /** Whose service sends it; null: no known one. */
  readonly provider: SenderProvider | null;
  /** The public addresses it leaves from where there is no provider, or where the house hands it to the receiver; empty: unknown. */
  readonly addresses: readonly string[];
  /** False: the addresses are those of a server that may well send from others. */
  readonly certain: boolean;
  /** The house hands mail to an MX host of the provider, which sees the house's address, and may pass the mail on from its own. */
  readonly toExchanger: boolean;
}

/** Whether SPF lets one way of leaving pass. */
export interface SpfPassage {
  /** The mechanism for it, such as `include:_spf.google.com` or `ip4:192.0.2.1`. */
  readonly mechanism: string;
  /** The result for mail that leaves that way (RFC 7208 section 2.6); null where nothing could be tried. */
  readonly result: string | null;
  /** Whether the provider's name for SPF was met on the way through the record; true for addresses. */
  readonly named: boolean;
}

/** What was found of SPF. `error` non-null: nothing certain was, and why. */
export interface SpfFacts {
  readonly error: string | null;
  /** The SPF records at the domain itself; there should be one. */
  readonly records: readonly string[];
  /** The result for an address that nobody has, which walks through the whole record. */
  readonly strangersResult: string;
  /** Why that was a `permerror`. */
  readonly fault: string | null;
  /** Terms of the whole record that cost a look-up; a receiver makes 10 at most. `lookupsCut`: there are more than were counted. */
  readonly lookups: number;
  readonly lookupsCut: boolean;
  /** Look-ups of the whole record that found nothing; a receiver makes 2 at most. */
  readonly voids: number;
  /** Names asked for that have no record, for a person. */
  readonly voidNames: readonly string[];
  readonly passages: readonly SpfPassage[];
  /** The record to publish in place of what there is, if one is known that would do: it was tried. */
  readonly proposal: string | null;
}

export interface DkimKey {
  readonly selector: string;
  /** The domain that it signs for: the From domain, or its organisational domain. */
  readonly domain: string;
  readonly state: 'GOOD' | 'MISSING' | 'REVOKED' | 'MALFORMED' | 'UNKNOWN';
  readonly record: string | null;
  /** Of an RSA key. */
  readonly bits: number | null;
  readonly testing: boolean;
  /** Why it is MALFORMED or UNKNOWN. */
  readonly fault: string | null;
}

export interface DkimFacts {
  readonly keys: readonly DkimKey[];
  /** The selectors were named by whoever asks, and are not guessed. */
  readonly selectorsGiven: boolean;
}

export interface DmarcFacts {
  readonly error: string | null;
  /** The DMARC records at the domain itself; there should be one, or none. */
  readonly ownRecords: readonly string[];
  /** The record that applies, and the domain that it stands at. */
  readonly record: string | null;
  readonly recordDomain: string | null;
  readonly policy: string | null;
  readonly strictDkim: boolean;
  /** Whether a domain of DKIM keys, or the envelope's domain by SPF, aligns. */
  readonly alignedBy: readonly ('SPF' | 'DKIM')[];
}

export interface MailExchangeFacts {
  readonly error: string | null;
  readonly exchanges: readonly string[];
  /** RFC 7505: "this domain takes no mail". */
  readonly nullMx: boolean;
  /** Whether any exchange looked at, or without exchanges the domain itself, has an address; null: unknown. */
  readonly hasAddress: boolean | null;
}

export interface ReverseFacts {
  readonly address: string;
  readonly error: string | null;
  readonly names: readonly string[];
  /** Those of the names that lead back to the address. */
  readonly confirmed: readonly string[];
}

/** All that is judged of one From domain. */
export interface SenderDomainFacts {
  readonly domain: string;
  readonly leaving: Leaving;
  readonly spf: SpfFacts;
  readonly dkim: DkimFacts;
  readonly dmarc: DmarcFacts;
  readonly mx: MailExchangeFacts;
  readonly reverse: readonly ReverseFacts[];
}
