import type { Destination } from '../domain/delivery-order.js';
import type { ConnectPolicy } from '../doors/connect.js';
import { SendGridTransport } from './sendgrid/sendgrid-transport.js';
import type { SmtpLimits } from './smtp/limits.js';
import { SmtpTransport } from './smtp/smtp-transport.js';
import type { Transport } from './transport.js';

/** What transports are made with. Plain data, so that it can be posted to a thread. */
export interface TransportOptions {
  readonly connectPolicy: ConnectPolicy;
  /** The name for EHLO; null: this machine's. */
  readonly ehloName?: string | null;
  readonly smtpLimits?: Partial<SmtpLimits>;
  /** Null: SendGrid's own. */
  readonly sendGridBaseUrl?: string | null;
}

/** Every transport, by the kind of destination that it serves. */
const PLUG_INS: { readonly [Kind in Destination['kind']]: (options: TransportOptions) => Transport } = {
  SMTP: ({ connectPolicy, ehloName = null, smtpLimits = {} }) =>
    new SmtpTransport({ connectPolicy, ehloName, limits: smtpLimits }),
  SENDGRID: ({ sendGridBaseUrl = null }) => new SendGridTransport({ baseUrl: sendGridBaseUrl }),
};

/** One transport for every destination: each order goes to the plug-in for its kind. */
export const createTransport = (options: TransportOptions): Transport => {
  const transports = { SMTP: PLUG_INS.SMTP(options), SENDGRID: PLUG_INS.SENDGRID(options) };
  return {
    send: (order, markHandOver) => transports[order.destination.kind].send(order, markHandOver),
    release: async (accountId) => {
      await Promise.all(Object.values(transports).map((transport) => transport.release(accountId)));
    },
    close: async () => {
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
};
