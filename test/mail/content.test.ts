import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';
import { randomBytes } from 'node:crypto';
import type { Postfix } from '../support/postfix.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';
import type { Desk } from './desk.js';
import { accountWith, send, settingsFor, startDesk } from './desk.js';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const FILE = randomBytes(3 * 1_048_576);
const SUBJECT = 'Rechnung für Jürgen Groß – 🎉 שלום עולם – مرحبا بالعالم – und so fort, länger als eine Zeile';
const TEXT = ['Grüße aus Köln 🚀', '.', '..zwei Punkte', 'From hier an', 'ein Blank am Ende ', '', 'שלום', 'x'.repeat(2_000), 'Schluß'].join('\n');
const HTML = `<p>Grüße 🚀</p>\n<p dir="rtl">שלום עולם</p>\n.\n<img src="cid:logo@desk.example" alt="">${'<b>ü</b>'.repeat(400)}`;

const EMAIL = {
  to: ['"Groß, Jürgen 🎉" <anna@example.com>'], cc: ['محمد بن عبد الله <otto@example.com>'], bcc: ['Geheim <hidden@example.com>'],
  replyTo: 'Rückfragen <answers@example.com>', subject: SUBJECT, text: TEXT, html: HTML, area: 'INVOICES',
  headers: [{ name: 'X-Order', value: 'Nº 4711' }],
  attachments: [
    { fileName: 'Übersicht 2026 – 📎 سجل.pdf', contentType: 'application/pdf', content: FILE.toString('base64') },
    { fileName: 'logo.png', contentType: 'image/png', content: PIXEL.toString('base64'), contentId: 'logo@desk.example', inline: true },
  ],
};

const addresses = (header: AddressObject | AddressObject[] | undefined) => [header ?? []].flat().flatMap(({ value }) => value)
  .map(({ name, address }) => ({ name, address }));

/** What was sent, without what the mail server wrote above it. */
const asSent = (message: Buffer | undefined): string => message?.toString('latin1').replace(/^[^]*?\n(?=Received: )/, '') ?? '';

describeWithPostfix('an email through a real Postfix', () => {
  let desk: Desk;
  let postfix: Postfix;
  beforeAll(async () => {
    desk = await startDesk();
    postfix = await startPostfix(desk.submission());
  });
  afterAll(async () => {
    await postfix?.stop();
    await desk?.stop();
  });

  test('arrives with every part equal to the byte, and with nothing about who was sent a blind copy', async () => {
    const accountId = await accountWith(desk.admin, settingsFor(postfix, { fromName: 'Bücher & Söhne 📮' }));
    const { version } = await desk.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
    const posted = await desk.admin.get<{ userErrors: readonly unknown[] }>(
      'mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { userErrors { code path } } }',
      { input: { overrides: [{ area: 'INVOICES', accountId }] }, version });
    expect(posted.userErrors).toEqual([]);

    const { id, messageId } = await send(desk.admin, EMAIL);
    const email = await desk.emails.until(id, 'SENT', 'PARKED', 'FAILED', 'UNKNOWN');
    expect(email).toMatchObject({ status: 'SENT', messageId, attempts: [{ number: 1, outcome: 'ACCEPTED', code: 250, reply: expect.stringMatching(/^250 2\.0\.0 Ok: queued as /), diagnosis: null, account: { id: accountId } }] });
    expect(email.recipients.map(({ address, kind, status }) => [address, kind, status])).toEqual([
      ['anna@example.com', 'TO', 'ACCEPTED'], ['otto@example.com', 'CC', 'ACCEPTED'], ['hidden@example.com', 'BCC', 'ACCEPTED'],
    ]);

    const [first, second, third] = await Promise.all(
      ['anna', 'otto', 'hidden'].map(async (user) => (await postfix.mailbox(`${user}@example.com`))[0]));
    if (first === undefined) throw new Error('Nothing arrived');
    expect(asSent(second)).toBe(asSent(first));
    expect(asSent(third)).toBe(asSent(first));
    expect(first.toString('latin1')).not.toMatch(/hidden|geheim|^bcc:/im);

    const parsed = await simpleParser(first, { keepCidLinks: true });
    expect(parsed.messageId).toBe(`<${messageId}>`);
    expect(parsed.subject).toBe(SUBJECT);
    expect(addresses(parsed.from)).toEqual([{ name: 'Bücher & Söhne 📮', address: 'desk@example.com' }]);
    expect(addresses(parsed.to)).toEqual([{ name: 'Groß, Jürgen 🎉', address: 'anna@example.com' }]);
    expect(addresses(parsed.cc)).toEqual([{ name: 'محمد بن عبد الله', address: 'otto@example.com' }]);
    expect(addresses(parsed.replyTo)).toEqual([{ name: 'Rückfragen', address: 'answers@example.com' }]);
    expect(parsed.bcc).toBeUndefined();
    // mailparser decodes only the headers that it knows.
    expect(parsed.headers.get('x-order')).toBe(`=?UTF-8?B?${Buffer.from('Nº 4711').toString('base64')}?=`);
    expect(parsed.text).toBe(TEXT);
    expect(parsed.html).toBe(HTML);
    expect(parsed.attachments.map(({ filename, contentType, contentDisposition, cid }) => ({ filename, contentType, contentDisposition, cid }))).toEqual(
      expect.arrayContaining([
        { filename: EMAIL.attachments[0]?.fileName, contentType: 'application/pdf', contentDisposition: 'attachment', cid: undefined },
        { filename: 'logo.png', contentType: 'image/png', contentDisposition: 'inline', cid: 'logo@desk.example' },
      ]));
    const bytesOf = (type: string) => parsed.attachments.find(({ contentType }) => contentType === type)?.content;
    expect(bytesOf('application/pdf')?.equals(FILE)).toBe(true);
    expect(bytesOf('image/png')?.equals(PIXEL)).toBe(true);
    expect(parsed.attachments).toHaveLength(2);
  });
});
