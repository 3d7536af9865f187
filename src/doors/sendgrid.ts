import { createRequire } from 'node:module';
import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type sharedService from '@sendgrid/mail';

/** `@sendgrid/mail`'s service, one for each key. */
export type SendGridService = typeof sharedService;
type Client = Parameters<SendGridService['setClient']>[0];
type Defaults = Parameters<Client['setDefaultRequest']>[0];

/** An email as @sendgrid/mail takes it. */
export type MailData = Exclude<Parameters<SendGridService['send']>[0], readonly unknown[]>;

/** How requests are made; `timeout` is for the whole request, in milliseconds. */
export interface RequestOptions {
  readonly baseUrl: string;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly httpAgent?: HttpAgent;
  readonly httpsAgent?: HttpsAgent;
}

/*
 * The package's types know only its shared instance, which would mix the keys of two accounts; its classes are taken
 * as they are at run time, the client's from where the mail package finds it.
 */
const fromHere = createRequire(import.meta.url);

/** Loaded when the first email goes this way: most installations have no use for it, and all would start later. */
const classes = () => {
  const fromMail = createRequire(fromHere.resolve('@sendgrid/mail'));
  const { MailService } = fromHere('@sendgrid/mail') as { MailService: new () => SendGridService };
  const { Client } = fromMail('@sendgrid/client') as { Client: new () => Client };
  return { MailService, Client };
};

const ANSWER_BYTES_MAX = 65_536;

/** `@sendgrid/mail` for one key, with nothing shared. Follows no redirect, which would carry the key elsewhere. */
export const sendGridFor = (apiKey: string, options: RequestOptions): SendGridService => {
  const { MailService, Client } = classes();
  const client = new Client();
  // Not setApiKey: it writes to the console when a key looks odd.
  client.setDefaultHeader('Authorization', `Bearer ${apiKey}`);
  client.setDefaultRequest({ ...options, maxRedirects: 0, maxContentLength: ANSWER_BYTES_MAX } as Defaults);
  const service = new MailService();
  service.setClient(client);
  return service;
};
