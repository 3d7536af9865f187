import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const Address = z.strictObject({ email: z.string().min(3), name: z.string().optional() });

/** The request of https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send, as far as it may be used here. */
const MailSend = z.strictObject({
  from: Address,
  reply_to: Address.optional(),
  subject: z.string().min(1),
  personalizations: z.array(z.strictObject({
    to: z.array(Address).min(1), cc: z.array(Address).min(1).optional(), bcc: z.array(Address).min(1).optional(),
  })).min(1),
  content: z.array(z.strictObject({ type: z.enum(['text/plain', 'text/html']), value: z.string().min(1) })).min(1),
  headers: z.record(z.string(), z.string()),
  custom_args: z.strictObject({ postroom_email_id: z.string(), message_id: z.string() }),
  attachments: z.array(z.strictObject({
    content: z.base64(), filename: z.string(), type: z.string(), disposition: z.enum(['inline', 'attachment']),
    content_id: z.string().optional(),
  })).optional(),
}).refine(({ personalizations }) => personalizations.every((one) => {
  const all = [...one.to, ...one.cc ?? [], ...one.bcc ?? []].map(({ email }) => email.toLowerCase());
  return new Set(all).size === all.length;
}), 'Each email address in the personalization block should be unique between to, cc, and bcc');

/** A request that the stand-in found right. */
export type MailSend = z.infer<typeof MailSend>;

/** What the stand-in answers to a request that is right. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** SendGrid's own answer: 202, no body. */
export const accept: Answer = (response) => response.writeHead(202, { 'X-Message-Id': 'sg-4711' }).end();

const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ errors: [{ message, field: null, help: null }] }));
};

/** SendGrid's API on loopback: it checks key, path and shape before it answers. */
export const sendGridServer = async (apiKey: string, answer: Answer): Promise<{
  readonly baseUrl: string; readonly mails: MailSend[]; readonly headers: IncomingHttpHeaders[]; stop(): Promise<void>;
}> => {
  const mails: MailSend[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    headers.push(request.headers);
    const body = await text(request);
    if (request.method !== 'POST' || request.url !== '/v3/mail/send') return refuse(response, 404, 'not found');
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      return refuse(response, 401, 'The provided authorization grant is invalid, expired, or revoked');
    }
    if (request.headers['content-type'] !== 'application/json') return refuse(response, 415, 'unsupported');
    const mail = MailSend.safeParse(JSON.parse(body));
    if (!mail.success) return refuse(response, 400, z.prettifyError(mail.error));
    mails.push(mail.data);
    answer(response, request);
  };
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`, mails, headers,
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
};
