import type { Destination } from '../domain/delivery-order.js';
import { asFault, ProbeFault, type Answer } from './fault.js';
import type { ProbeRequest } from './request.js';
import { sendGridFor } from '../doors/sendgrid.js';
import type { Seen, StageLog } from './stage-log.js';

/** SendGrid among the destinations. */
export type SendGridDestination = Extract<Destination, { kind: 'SENDGRID' }>;

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api */
export const SENDGRID_BASE_URL = 'https://api.sendgrid.com/';

/** `{ errors: [{ message, field, help }] }`, or whatever stands before SendGrid and answered in its place. */
const wordsOf = (status: number, body: unknown): string => {
  const errors: unknown = Object(body).errors;
  const messages = Array.isArray(errors) ? errors.map((error: unknown) => String(Object(error).message ?? '')) : [];
  const words = messages.join(' ');
  const fallback = typeof body === 'string' ? body.trim() : '';
  return [status, words || fallback].filter((part) => part !== '').join(' ');
};

const answerOf = (status: number, body: unknown): Answer =>
  ({ code: status, enhancedCode: null, text: wordsOf(status, body) });

const ask = async (
  request: ProbeRequest, { from, mode }: Pick<ProbeRequest, 'from' | 'mode'>, apiKey: string, signal: AbortSignal,
): Promise<Seen<null>> => {
  const service = sendGridFor(apiKey, { baseUrl: request.sendGridBaseUrl ?? SENDGRID_BASE_URL, signal });
  const { to, message } = request;
  try {
    const [response] = await service.send({
      from: from.name === null ? from.address : { email: from.address, name: from.name },
      to,
      subject: message.subject,
      text: message.text,
      headers: { 'Message-ID': `<${message.messageId}>`, 'Auto-Submitted': 'auto-generated' },
      mailSettings: { sandboxMode: { enable: mode !== 'SEND' } },
    });
    const answer = answerOf(response.statusCode, response.body);
    return { value: null, answer, detail: `SendGrid takes mail from ${from.address}` };
  } catch (error) {
    const { code, response } = Object(error) as { code?: unknown; response?: { body?: unknown } };
    if (typeof code !== 'number') throw asFault(error);
    throw new ProbeFault(null, 'SendGrid refused', { answer: answerOf(code, response?.body) });
  }
};

/**
 * Asks SendGrid's API to take the message; for DRY_RUN in its sandbox mode, which checks everything and sends nothing
 * (https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sandbox-mode), as for the other senders always.
 * Throws StageFailed or Halted.
 */
export const probeSendGrid = async (
  request: ProbeRequest, destination: SendGridDestination, log: StageLog, resources: DisposableStack,
): Promise<void> => {
  const ended = new AbortController();
  resources.defer(() => ended.abort());
  await log.run('PROVIDER_API', () => ask(request, request, destination.apiKey, ended.signal));
  for (const address of request.otherSenders ?? []) {
    const sender = { from: { address, name: null }, mode: 'DRY_RUN' } as const;
    await log.run('PROVIDER_API', () => ask(request, sender, destination.apiKey, ended.signal));
  }
  const detail = request.mode !== 'SEND' ? 'Nothing was sent' : `Handed over for ${request.to}`;
  await log.run('DONE', async () => ({ value: null, detail }));
};
