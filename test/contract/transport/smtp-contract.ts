import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { blobPath } from '../../../src/domain/blob-path.js';
import { startCatcher, type Captured } from '../../../src/transport/sandbox/catcher.js';
import type { Transport } from '../../../src/transport/transport.js';
import type { Make } from './against.js';
import { againstWith, OPTIONS } from './against.js';
import { blobFolder, granting, orderFor, smtpDestination, store, towards } from './order.js';
import { scriptedServer, type Point } from './scripted-server.js';

/** What every transport over SMTP guarantees. */
export const smtpContract = (make: Make): void => {
  let transport: Transport;
  beforeAll(() => { transport = make(OPTIONS); });
  afterAll(() => transport.close());

  const against = againstWith(make);

  test('a message arrives whole: names, texts, inline image and attachment to the byte, and no bcc', async () => {
    const caught: (Captured & { readonly raw: Buffer })[] = [];
    const catcher = await startCatcher({ onMessage: async (message) => { caught.push({ ...message, raw: await buffer(message.content) }); } });
    const folder = await blobFolder();
    const image = Buffer.from('89504e470d0a1a0a', 'hex');
    const large = Buffer.alloc(3 * 1024 * 1024, Buffer.from('Postroom\r\n.\r\n..\0ÿ', 'latin1'));
    const order = orderFor(smtpDestination(catcher.port), {
      from: { address: 'a@example.com', name: 'Jörg Müller' },
      replyTo: { address: 'reply@example.com', name: null },
      to: [{ address: 'b@example.com', name: 'שלום עולם' }],
      cc: [{ address: 'c@example.com', name: 'Grüße, "Frau" Öztürk' }],
      bcc: [{ address: 'secret@example.com', name: 'Secret' }],
      subject: 'Rechnung für März 📮 מסמך',
      blobFolder: folder,
      content: {
        text: 'Grüße 📮\r\n.\r\n..Punkt',
        html: '<p>Grüße 📮 <img src="cid:logo@x"></p>',
        headers: [{ name: 'X-Source', value: 'INV-1' }, { name: 'Message-ID', value: '<other@x>' }, { name: 'Bcc', value: 'z@example.com' }],
        attachments: [
          await store(folder, image, { fileName: 'logo.png', contentType: 'image/png', contentId: 'logo@x', inline: true }),
          await store(folder, large, { fileName: 'Übersicht März.bin' }),
        ],
      },
    });
    const report = await transport.send(order, async () => true);
    await catcher.stop();
    const [captured] = caught;
    const mail = await simpleParser(captured?.raw ?? Buffer.alloc(0));
    expect(report).toMatchObject({ outcome: 'ACCEPTED', evidence: { stage: 'DONE', code: 250, host: '127.0.0.1' } });
    expect(report.recipients.map(({ address, accepted }) => [address, accepted])).toEqual(
      [['b@example.com', true], ['c@example.com', true], ['secret@example.com', true]]);
    expect(captured).toMatchObject({ envelopeFrom: 'a@example.com', recipients: ['b@example.com', 'c@example.com', 'secret@example.com'] });
    expect(mail.messageId).toBe(`<${order.messageId}>`);
    expect(mail.date?.getTime()).toBe(order.dateMs);
    expect(mail.subject).toBe(order.subject);
    expect(mail.from?.value).toEqual([{ address: 'a@example.com', name: 'Jörg Müller' }]);
    expect(mail.to).toMatchObject({ value: [{ address: 'b@example.com', name: 'שלום עולם' }] });
    expect(mail.cc).toMatchObject({ value: [{ address: 'c@example.com', name: 'Grüße, "Frau" Öztürk' }] });
    expect(mail.text?.trimEnd()).toBe('Grüße 📮\n.\n..Punkt');
    expect(mail.headers.get('x-source')).toBe('INV-1');
    expect(mail.attachments.map(({ filename, cid, content }) => [filename, cid, content.length])).toEqual(
      [['logo.png', 'logo@x', image.length], ['Übersicht März.bin', undefined, large.length]]);
    expect(mail.attachments[0]?.content.equals(image)).toBe(true);
    expect(mail.attachments[1]?.content.equals(large)).toBe(true);
    expect(captured?.raw.toString('latin1')).not.toMatch(/secret@example|z@example|other@x|^bcc:/im);
  });

  test('a text of many megabytes arrives equal to the byte', async () => {
    const caught: Buffer[] = [];
    const catcher = await startCatcher({ onMessage: async ({ content }) => { caught.push(await buffer(content)); } });
    const text = Array.from({ length: 150_000 }, (_, line) => `${'.'.repeat(line % 3)}${line} Grüße an alle`).join('\n');
    const report = await transport.send(orderFor(smtpDestination(catcher.port), { content: { text } }), async () => true);
    await catcher.stop();
    const mail = await simpleParser(caught[0] ?? Buffer.alloc(0));
    expect(report.outcome).toBe('ACCEPTED');
    expect(mail.text?.trimEnd() === text).toBe(true);
  });

  test('the mark is asked for once, and nothing of the message leaves before it is granted', async () => {
    await against({}, async (server, own) => {
      const seen: string[][] = [];
      const report = await own.send(orderFor(smtpDestination(server.port)), async () => {
        seen.push([...server.lines.map((line) => line.split(' ', 1)[0] ?? ''), ...server.messages]);
        return true;
      });
      expect(report.outcome).toBe('ACCEPTED');
      expect(seen).toEqual([['EHLO', 'MAIL', 'RCPT', 'DATA']]);
      expect(server.messages).toHaveLength(1);
    });
  });

  const refusals: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['denied', async () => false], ['failing', () => Promise.reject(new Error('database is locked'))],
  ];
  test.each(refusals)(
    'a mark that is %s closes the connection without the final dot: NOT_HANDED_OVER, nothing accepted',
    async (_how, mark) => {
      const caught: Buffer[] = [];
      const catcher = await startCatcher({ onMessage: async ({ content }) => { caught.push(await buffer(content)); } });
      const own = make(OPTIONS);
      const report = await own.send(orderFor(smtpDestination(catcher.port)), mark);
      await own.close();
      await catcher.stop();
      expect(report).toMatchObject({ outcome: 'NOT_HANDED_OVER', recipients: [] });
      expect(caught).toEqual([]);
      await against({}, async (server, other) => {
        await other.send(orderFor(smtpDestination(server.port)), mark);
        expect(server.messages).toEqual([]);
      });
    });

  test('recipients that are refused do not keep the others from theirs', async () => {
    const refuse = (line: string): string => line.includes('no@') ? '550-5.1.1 No such\r\n550 5.1.1 user here' : '250 2.1.5 Ok';
    await against({ RCPT: refuse }, async (server, own) => {
      const to = ['no@example.com', 'yes@münchen.example'].map((address) => ({ address, name: null }));
      const report = await own.send(orderFor(smtpDestination(server.port), { to }), async () => true);
      expect(report.outcome).toBe('ACCEPTED');
      expect(report.recipients).toEqual([
        { address: 'no@example.com', accepted: false, code: 550, enhancedCode: '5.1.1', reply: '550 5.1.1 No such user here' },
        { address: 'yes@münchen.example', accepted: true, code: 250, enhancedCode: '2.0.0', reply: '250 2.0.0 Queued as 4711' },
      ]);
    });
  });

  const stages: readonly (readonly [Point, string, string])[] = [
    ['GREETING', '554 5.7.1 Go away', 'GREETING'], ['EHLO', '550 5.7.1 Not you', 'EHLO'], ['MAIL', '451 4.7.1 Grey', 'MAIL_FROM'],
    ['RCPT', '550 5.1.1 Nobody', 'RCPT_TO'], ['DATA', '452 4.3.1 Full', 'DATA'], ['DOT', '554 5.6.0 Spam', 'AFTER_DATA'],
    ['DOT', '421 4.3.2 Shutting down', 'AFTER_DATA'],
  ];
  test.each(stages.flatMap((row) => ['plain', 'pipelining'].map((kind) => [...row, kind] as const)))(
    'refused at %s with "%s" is REFUSED at %s (%s)', async (point, reply, stage, kind) => {
      const ehlo = kind === 'pipelining' ? { EHLO: '250-scripted.example\r\n250-PIPELINING\r\n250 SIZE' } : {};
      await against({ ...ehlo, [point]: reply }, async (server, own) => {
        const mark = granting();
        const report = await own.send(orderFor(smtpDestination(server.port)), mark.mark);
        expect(report).toMatchObject({
          outcome: 'REFUSED', evidence: { stage, code: Number(reply.slice(0, 3)), enhancedCode: reply.split(' ')[1], reply },
        });
        expect(mark.asked).toBe(point === 'DOT' ? 1 : 0);
        const own550 = { address: 'b@example.com', accepted: false, code: 550 };
        expect(report.recipients).toMatchObject(point === 'RCPT' ? [own550] : []);
      });
    });

  const losses: readonly (readonly [Point, string, string])[] = [
    ['GREETING', 'REFUSED', 'GREETING'], ['EHLO', 'REFUSED', 'EHLO'], ['MAIL', 'REFUSED', 'MAIL_FROM'], ['RCPT', 'REFUSED', 'RCPT_TO'],
    ['DATA', 'REFUSED', 'DATA'], ['BODY', 'UNKNOWN', 'AFTER_DATA'], ['DOT', 'UNKNOWN', 'AFTER_DATA'],
  ];
  test.each(losses.flatMap((row) => ['plain', 'pipelining'].map((kind) => [...row, kind] as const)))(
    'a connection lost at %s is %s at %s (%s)', async (point, outcome, stage, kind) => {
      const ehlo = kind === 'pipelining' ? { EHLO: '250-scripted.example\r\n250 PIPELINING' } : {};
      await against({ ...ehlo, [point]: 'HANG_UP' }, async (server, own) => {
        const mark = granting();
        const report = await own.send(orderFor(smtpDestination(server.port)), mark.mark);
        expect(report).toMatchObject({ outcome, recipients: [], evidence: { stage, code: null, reply: null } });
        expect(report.evidence.errorCode).toMatch(/^(?:ECONNECTION|ECONNRESET|EPIPE)$/);
        expect(mark.asked).toBe(outcome === 'UNKNOWN' ? 1 : 0);
        expect(server.connections()).toBe(1);
      });
    });

  test('an answer to the dot that is neither yes nor no leaves it UNKNOWN', async () => {
    await against({ DOT: '354 What?' }, async (server, own) => {
      const report = await own.send(orderFor(smtpDestination(server.port)), async () => true);
      expect(report).toMatchObject({ outcome: 'UNKNOWN', evidence: { stage: 'AFTER_DATA', code: 354 } });
    });
  });

  test('a refused log-on says so in the server’s words, without the secret in any spelling', async () => {
    const encoded = Buffer.from('\0anna\0Geheim-123').toString('base64');
    const script = { EHLO: '250-scripted.example\r\n250 AUTH PLAIN', AUTH: `535 5.7.8 Bad: ${encoded} Geheim-123` };
    await against(script, async (server, own) => {
      const destination = smtpDestination(server.port, { authentication: 'PASSWORD', accountName: 'anna', password: 'Geheim-123' });
      const report = await own.send(orderFor(destination), async () => true);
      expect(server.lines).toContain(`AUTH PLAIN ${encoded}`);
      expect(report).toMatchObject({
        outcome: 'REFUSED',
        evidence: { stage: 'AUTH', code: 535, enhancedCode: '5.7.8', errorCode: 'EAUTH', banner: 'scripted.example ESMTP', capabilities: ['AUTH PLAIN'] },
      });
      expect(JSON.stringify(report)).not.toMatch(/Geheim|R2VoZWlt/);
    });
  });

  const logOns: readonly (readonly [Point, string, string, number | null])[] = [
    ['STARTTLS', 'HANG_UP', 'TLS', null], ['STARTTLS', '454 4.7.0 TLS not available', 'TLS', 454], ['STARTTLS', '501 5.5.4 No', 'TLS', 501],
    ['AUTH', 'HANG_UP', 'AUTH', null], ['AUTH', '454 4.7.0 Temporary authentication failure', 'AUTH', 454],
    ['AUTH', '421 4.7.0 Too many log-ons', 'AUTH', 421], ['AUTH', '534 5.7.9 Stronger mechanism needed', 'AUTH', 534],
  ];
  test.each(logOns)('%s answered by "%s" is REFUSED at %s, before any message', async (point, reply, stage, code) => {
    const { offered, asked } = towards(point);
    await against({ ...offered, [point]: reply }, async (server, own) => {
      const mark = granting();
      const report = await own.send(orderFor(smtpDestination(server.port, asked)), mark.mark);
      expect(report).toMatchObject({ outcome: 'REFUSED', recipients: [], evidence: { stage, code, reply: code === null ? null : reply } });
      expect(JSON.stringify(report)).not.toMatch(/Geheim|R2VoZWlt/);
      expect(mark.asked).toBe(0);
      expect(server.lines.filter((line) => line.startsWith('MAIL'))).toEqual([]);
    });
  });

  test('an attachment that is missing or not whole is REFUSED before any server is called', async () => {
    await against({}, async (server, own) => {
      const folder = await blobFolder();
      const kept = await store(folder, Buffer.from('bytes'), { fileName: 'a.txt' });
      const broken = [{ ...kept, sha256: '0'.repeat(64) }, { ...kept, sizeBytes: 6 }];
      for (const attachment of broken) {
        const order = orderFor(smtpDestination(server.port), { blobFolder: folder, content: { attachments: [attachment] } });
        const mark = granting();
        expect(await own.send(order, mark.mark)).toMatchObject({ outcome: 'REFUSED', evidence: { errorCode: 'EATTACHMENT' } });
        expect(mark.asked).toBe(0);
      }
      expect(server.connections()).toBe(0);
    });
  });

  test('an attachment that vanishes after the hand-over began ends without the final dot: REFUSED, since nothing can be there', async () => {
    await against({}, async (server, own) => {
      const folder = await blobFolder();
      const attachment = await store(folder, Buffer.alloc(100_000), { fileName: 'a.bin' });
      const order = orderFor(smtpDestination(server.port), { blobFolder: folder, content: { attachments: [attachment] } });
      const report = await own.send(order, async () => {
        await rm(blobPath(folder, attachment.sha256));
        return true;
      });
      expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'DATA', errorCode: 'EATTACHMENT' } });
      expect(server.messages).toEqual([]);
    });
  });

  test.each([
    ['OPPORTUNISTIC', 'ACCEPTED', 'DONE'], ['STARTTLS', 'REFUSED', 'TLS'], ['NONE', 'ACCEPTED', 'DONE'],
  ] as const)('%s with a certificate that nobody vouches for is %s', async (security, outcome, stage) => {
    const secured: boolean[] = [];
    const server = new SMTPServer({ authOptional: true, disableReverseLookup: true, logger: false, onData: (stream, session, done) => {
      secured.push(session.secure);
      stream.resume().on('end', () => done());
    } });
    server.on('error', () => undefined);
    const listener = server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const own = make(OPTIONS);
    const report = await own.send(orderFor(smtpDestination((listener.address() as AddressInfo).port, { security })), async () => true);
    await own.close();
    await new Promise<void>((resolve) => { server.close(resolve); });
    expect(report).toMatchObject({ outcome, evidence: { stage } });
    expect(secured).toEqual(outcome === 'ACCEPTED' ? [security === 'OPPORTUNISTIC'] : []);
    expect(report.evidence.errorCode ?? 'none').toMatch(
      outcome === 'REFUSED' ? /SELF_SIGNED|CERT_HAS_EXPIRED|UNABLE_TO_VERIFY|ALTNAME/ : /^none$/);
  });

  test.each([['STARTTLS', 'TLS'], ['TLS', 'TLS']] as const)(
    '%s with a server that speaks no TLS is REFUSED at TLS, and no word of the log-on leaves', async (security, stage) => {
      await against({ EHLO: '250-scripted.example\r\n250 AUTH PLAIN' }, async (server, own) => {
        const destination = smtpDestination(server.port, { security, authentication: 'PASSWORD', accountName: 'anna', password: 'x' });
        const report = await own.send(orderFor(destination), async () => true);
        expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage } });
        expect(server.lines.filter((line) => line.startsWith('AUTH'))).toEqual([]);
      });
    });

  test('close waits for what is in hand, can be called twice, and takes nothing after', async () => {
    const server = await scriptedServer();
    const own = make(OPTIONS);
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<boolean>();
    const sending = own.send(orderFor(smtpDestination(server.port)), () => {
      asked.resolve();
      return answer.promise;
    });
    await asked.promise;
    const closed = Promise.all([own.close(), own.close()]);
    answer.resolve(true);
    expect((await sending).outcome).toBe('ACCEPTED');
    await closed;
    await server.stop();
    expect(await own.send(orderFor(smtpDestination(server.port)), async () => true))
      .toMatchObject({ outcome: 'REFUSED', evidence: { errorCode: 'ECLOSED' } });
  });
};
