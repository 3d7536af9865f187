import { describe, expect, test } from '@jest/globals';
import type { DeliveryOrder } from '../../../src/domain/delivery-order.js';
import { SendGridTransport } from '../../../src/transport/sendgrid/sendgrid-transport.js';
import { eventually } from '../../support/eventually.js';
import { blobFolder, granting, orderFor, store } from './order.js';
import { accept, sendGridServer, type Answer } from './sendgrid-server.js';

const KEY = 'SG.right-key';
const destination = { kind: 'SENDGRID', accountId: 'a', accountVersion: 1, apiKey: KEY } as const;

type Server = Awaited<ReturnType<typeof sendGridServer>>;

/** The transport is closed before the server stops, so a connection that it leaves open keeps the test from ending. */
const against = async (answer: Answer, run: (own: SendGridTransport, server: Server) => Promise<void>, requestMs = 60_000): Promise<void> => {
  const server = await sendGridServer(KEY, answer);
  const own = new SendGridTransport({ baseUrl: server.baseUrl, requestMs });
  try {
    await run(own, server);
  } finally {
    await own.close();
    await server.stop();
  }
};

const named = (address: string, name: string | null = null): { address: string; name: string | null } => ({ address, name });

describe('SendGrid', () => {
  test('takes the email in the shape that its API demands, with Message-ID and our ids, and is asked after the mark', async () => {
    await against(accept, async (own, server) => {
      const folder = await blobFolder();
      const image = Buffer.from('89504e470d0a1a0a', 'hex');
      const large = Buffer.alloc(3 * 1024 * 1024, 'Postroom');
      const order = orderFor(destination, {
        from: named('a@example.com', 'Jörg Müller'), replyTo: named('reply@example.com'),
        to: [named('b@example.com', 'שלום')], cc: [named('c@example.com'), named('B@example.com')], bcc: [named('secret@example.com')],
        subject: 'Rechnung für März 📮', blobFolder: folder,
        content: {
          text: 'Grüße', html: '<img src="cid:logo@x">', headers: [{ name: 'X-Source', value: 'INV-1' }, { name: 'message-id', value: '<x@y>' }],
          attachments: [
            await store(folder, image, { fileName: 'logo.png', contentType: 'image/png', contentId: 'logo@x', inline: true }),
            await store(folder, large, { fileName: 'Übersicht.bin' }),
          ],
        },
      });
      const askedBefore: number[] = [];
      const report = await own.send(order, async () => {
        askedBefore.push(server.headers.length);
        return true;
      });
      const [mail] = server.mails;
      expect(report).toMatchObject({ outcome: 'ACCEPTED', providerMessageId: 'sg-4711', evidence: { stage: 'DONE', code: 202, host: '127.0.0.1' } });
      expect(report.recipients).toHaveLength(4);
      expect(askedBefore).toEqual([0]);
      expect(mail).toMatchObject({
        from: { email: 'a@example.com', name: 'Jörg Müller' }, reply_to: { email: 'reply@example.com' }, subject: order.subject,
        headers: { 'X-Source': 'INV-1', 'Message-ID': `<${order.messageId}>` },
        custom_args: { postroom_email_id: order.emailId, message_id: order.messageId },
        content: [{ type: 'text/plain', value: 'Grüße' }, { type: 'text/html', value: '<img src="cid:logo@x">' }],
      });
      expect(Object.keys(mail?.headers ?? {})).toHaveLength(2);
      expect(mail?.personalizations).toEqual(
        [{ to: [{ email: 'b@example.com', name: 'שלום' }], cc: [{ email: 'c@example.com' }], bcc: [{ email: 'secret@example.com' }] }]);
      expect(mail?.attachments?.map(({ content, ...about }) => [Buffer.from(content, 'base64').length, about])).toEqual([
        [image.length, { filename: 'logo.png', type: 'image/png', disposition: 'inline', content_id: 'logo@x' }],
        [large.length, { filename: 'Übersicht.bin', type: 'application/octet-stream', disposition: 'attachment' }],
      ]);
      expect(Buffer.from(mail?.attachments?.[1]?.content ?? '', 'base64').equals(large)).toBe(true);
    });
  });

  test('sends only to the envelope, and without a to each bcc gets a copy of its own', async () => {
    await against(accept, async (own, server) => {
      const order = orderFor(destination, { to: [], bcc: [named('x@example.com'), named('y@example.com')] });
      const rest: DeliveryOrder = { ...orderFor(destination, { to: [named('b@example.com'), named('c@example.com')] }), envelope: { from: 'a@example.com', recipients: ['c@example.com'] } };
      await own.send(order, async () => true);
      await own.send(rest, async () => true);
      expect(server.mails.map(({ personalizations }) => personalizations)).toEqual([
        [{ to: [{ email: 'x@example.com' }] }, { to: [{ email: 'y@example.com' }] }], [{ to: [{ email: 'c@example.com' }] }],
      ]);
    });
  });

  test('a mark that is denied makes no request', async () => {
    await against(accept, async (own, server) => {
      expect(await own.send(orderFor(destination), async () => false)).toMatchObject({ outcome: 'NOT_HANDED_OVER' });
      expect(await own.send(orderFor(destination), () => Promise.reject(new Error('locked')))).toMatchObject({ outcome: 'NOT_HANDED_OVER' });
      expect(server.headers).toEqual([]);
    });
  });

  test('a wrong key is REFUSED in SendGrid’s words, and stays out of the report', async () => {
    await against(accept, async (own) => {
      const report = await own.send(orderFor({ ...destination, apiKey: 'SG.wrong-key' }), async () => true);
      expect(report).toMatchObject({
        outcome: 'REFUSED', providerMessageId: null, recipients: [],
        evidence: { stage: 'PROVIDER_API', code: 401, reply: '401 The provided authorization grant is invalid, expired, or revoked' },
      });
      expect(JSON.stringify(report)).not.toContain('wrong-key');
    });
  });

  const reset = String(Math.ceil(Date.now() / 1_000) + 600);
  test.each([
    ['Retry-After in seconds', 429, { 'Retry-After': '30' }, 30, 30],
    ['Retry-After as a date', 503, { 'Retry-After': new Date(Date.now() + 600_000).toUTCString() }, 300, 600],
    ['X-RateLimit-Reset', 429, { 'X-RateLimit-Reset': reset }, 300, 601],
  ])('its hint by %s is passed on', async (_how, status, headers, least, most) => {
    const answer: Answer = (response) => response.writeHead(status, { ...headers, 'Content-Type': 'application/json' })
      .end('{"errors":[{"message":"too many requests"},{"message":"slow down"}]}');
    await against(answer, async (own) => {
      const report = await own.send(orderFor(destination), async () => true);
      expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { code: status, reply: `${status} too many requests slow down` } });
      expect(report.retryAfterSeconds).toBeGreaterThanOrEqual(least);
      expect(report.retryAfterSeconds).toBeLessThanOrEqual(most);
    });
  });

  test.each([[413, '<html>Too large</html>'], [500, ''], [302, '']])('%d is REFUSED, whatever its body is', async (status, body) => {
    await against((response) => response.writeHead(status, { Location: '/v3/mail/send' }).end(body), async (own, server) => {
      expect(await own.send(orderFor(destination), async () => true)).toMatchObject(
        { outcome: 'REFUSED', retryAfterSeconds: null, evidence: { stage: 'PROVIDER_API', code: status } });
      expect(server.headers).toHaveLength(1);
    });
  });

  test('a connection lost after the request is UNKNOWN', async () => {
    await against((_response, request) => request.socket.destroy(), async (own) => {
      expect(await own.send(orderFor(destination), async () => true)).toMatchObject(
        { outcome: 'UNKNOWN', evidence: { stage: 'PROVIDER_API', code: null, reply: null, errorCode: 'ECONNRESET' } });
    });
  });

  test('no answer in time is UNKNOWN', async () => {
    await against(() => undefined, async (own) => {
      expect(await own.send(orderFor(destination), async () => true)).toMatchObject(
        { outcome: 'UNKNOWN', evidence: { stage: 'PROVIDER_API', errorCode: 'ECONNABORTED' } });
    }, 100);
  });

  test('where nothing listens, or no name is found, it is REFUSED', async () => {
    const server = await sendGridServer(KEY, accept);
    await server.stop();
    for (const [baseUrl, errorCode] of [[server.baseUrl, 'ECONNREFUSED'], ['http://no-such-host.invalid/', /^(ENOTFOUND|EAI_AGAIN)$/]] as const) {
      const own = new SendGridTransport({ baseUrl });
      const report = await own.send(orderFor(destination), async () => true);
      await own.close();
      expect(report.outcome).toBe('REFUSED');
      expect(report.evidence.errorCode).toMatch(errorCode);
    }
  });

  test('an attachment that is missing is REFUSED without a request or a mark', async () => {
    await against(accept, async (own, server) => {
      const missing = { fileName: 'a', contentType: 'a/b', contentId: null, inline: false, sha256: 'f'.repeat(64), sizeBytes: 1 };
      const mark = granting();
      expect(await own.send(orderFor(destination, { content: { attachments: [missing] } }), mark.mark)).toMatchObject(
        { outcome: 'REFUSED', evidence: { errorCode: 'EATTACHMENT' } });
      expect([mark.asked, server.headers.length]).toEqual([0, 0]);
    });
  });

  test('sends five at most side by side, and the others after them', async () => {
    const held: (() => void)[] = [];
    let release = false;
    const answer: Answer = (response, request) => {
      if (release) accept(response, request);
      else held.push(() => accept(response, request));
    };
    await against(answer, async (own, server) => {
      const mark = granting();
      const all = Promise.all(Array.from({ length: 12 }, async () => await own.send(orderFor(destination), mark.mark)));
      await eventually(async () => held.length, (length) => length === 5);
      // A sixth would have been marked before its request.
      expect(mark.asked).toBe(5);
      release = true;
      for (const one of held) one();
      expect((await all).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 12 }, () => 'ACCEPTED'));
      expect(server.mails).toHaveLength(12);
    });
  });

  test('takes nothing after it was closed', async () => {
    const own = new SendGridTransport();
    await own.close();
    await own.close();
    expect(await own.send(orderFor(destination), async () => true)).toMatchObject({ outcome: 'REFUSED', evidence: { errorCode: 'ECLOSED' } });
  });
});
