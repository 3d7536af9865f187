import type { ConnectPolicy } from '../doors/connect.js';
import type { AccessToken } from '../domain/access-token.js';
import type { Destination } from '../domain/delivery-order.js';
import type { Mailbox } from '../domain/email.js';
import type { RelayQuestion } from '../domain/relay-probe.js';
import type { ProbeMessage } from './message.js';

/** What to look at, and how far to go: LOOK stops after MAIL, since nobody named a recipient; DRY_RUN before DATA. */
export interface ProbeRequest {
  readonly destination: Destination;
  readonly from: Mailbox;
  readonly to: string;
  /** Whether the server relays; left out, it is not asked and no stage says so. */
  readonly relay?: RelayQuestion;
  /** Further addresses that mail by these settings may be from. */
  readonly otherSenders?: readonly string[];
  readonly mode: 'SEND' | 'DRY_RUN' | 'LOOK';
  readonly ehloName: string;
  readonly message: ProbeMessage;
  readonly policy: ConnectPolicy;
  /** For the whole of it; each stage has 20 seconds at most. */
  readonly limitSeconds: number;
  readonly signal: AbortSignal;
  /** Fetches a fresh access token where the authentication is OAUTH2; rejects with TokenFault. */
  readonly fetchToken?: (signal: AbortSignal) => Promise<AccessToken>;
  /** Where SendGrid's API is, unless it is at SendGrid. */
  readonly sendGridBaseUrl?: string;
}
