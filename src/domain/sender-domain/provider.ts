/**
 * Whose domain stands in the envelope, which is the one that SPF is asked of (RFC 7208 section 2.4). FROM: that of From.
 * OWN: the provider's, or one that leads to the provider by a CNAME. SET_UP: that which the customer set up there, which
 * may be that of From or another.
 */
export type EnvelopeDomain = 'FROM' | 'OWN' | 'SET_UP';

/** What a service that sends mail for others asks its customers to publish. */
export interface SenderProvider {
  readonly name: string;
  /** Whether a host, in lower case and without a dot at its end, takes mail to send on. */
  readonly isServer: (host: string) => boolean;
  /** Whether a host takes mail as an MX does: it is the receiver, and sees whoever speaks to it. */
  readonly isExchanger: (host: string) => boolean;
  /** Mail that its MX hosts take may also be for others, and leaves from the provider then. */
  readonly exchangersPassOn: boolean;
  readonly envelope: EnvelopeDomain;
  /** What an SPF record includes; null: it differs, or is never asked of the From domain. */
  readonly spfName: string | null;
  /** The selectors that its DKIM keys usually have; empty: they are different for each customer. */
  readonly selectors: readonly string[];
  /** It signs with these selectors and no other. */
  readonly selectorsFixed: boolean;
  /** Where its DKIM keys come from, in words. */
  readonly dkimWords: string;
}

/** The selectors that signing programs of one's own server usually have: OpenDKIM, Rspamd, Exim and control panels. */
export const USUAL_SELECTORS: readonly string[] = ['default', 'mail', 'dkim'];
