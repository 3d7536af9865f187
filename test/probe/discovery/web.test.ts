import type { ServerResponse } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Zone } from '../../support/dns-server.js';
import { DnsServer } from '../../support/dns-server.js';
import { DOMAIN, lookUp, outcomesOf } from './looking.js';
import type { Pages, WebCertificate } from './web-server.js';
import { certificateFor, page, WebServer } from './web-server.js';

const AUTOCONFIG = `autoconfig.${DOMAIN}`;
const FILE = `${AUTOCONFIG}/mail/config-v1.1.xml`;
const ISPDB = 'autoconfig.thunderbird.net';
const HERE = { A: ['127.0.0.1'] };
const ZONE: Zone = { [AUTOCONFIG]: HERE, [DOMAIN]: { A: ['127.0.0.1'] }, [ISPDB]: HERE };

const server = (host: string, port: number, socket: string): string => `<outgoingServer type="smtp"><hostname>${host}</hostname><port>${port}</port>
  <socketType>${socket}</socketType><authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></outgoingServer>`;
const config = (...servers: string[]): string => `<?xml version="1.0" encoding="UTF-8"?><!-- a file -->
  <clientConfig version="1.1"><emailProvider id="x"><domain>${DOMAIN}</domain>${servers.join('')}</emailProvider></clientConfig>`;

const certificate = certificateFor(AUTOCONFIG, DOMAIN, ISPDB);
const trustedBefore = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trustedBefore, certificate.cert]));
afterAll(() => setDefaultCACertificates(trustedBefore));

/** What becomes of AUTOCONFIG when the web server has these pages. */
const lookedUp = async (pages: Pages, options: { zone?: Zone; certificate?: WebCertificate; limits?: { placeMs: number; allMs: number } } = {}) => {
  await using dns = await DnsServer.start(options.zone ?? ZONE);
  await using web = await WebServer.start(options.certificate ?? certificate, pages);
  const found = await lookUp(dns, web, options.limits === undefined ? {} : { limits: options.limits });
  return { proposals: found.proposals.filter(({ source }) => source === 'AUTOCONFIG'), outcomes: outcomesOf(found, 'AUTOCONFIG'), asked: web.asked.toSorted() };
};
const first = async (answer: (response: ServerResponse) => void): Promise<string | undefined> => {
  const { proposals, outcomes } = await lookedUp({ [FILE]: answer });
  expect(proposals).toEqual([]);
  return outcomes[0];
};

test('the three places are asked, and none of them hears the local part of the address', async () => {
  const { proposals, outcomes, asked } = await lookedUp({
    [FILE]: page(config(server(`mail.${DOMAIN}`, 465, 'SSL'), server(`mail.${DOMAIN}`, 587, 'STARTTLS'))),
    [`${DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml`]: page(config(server(`mail.${DOMAIN}`, 465, 'SSL'))),
    [`${ISPDB}/v1.1/${DOMAIN}`]: page(config(server('smtp.provider.example', 587, 'STARTTLS'))),
  });
  expect(asked).toEqual([
    `${FILE}?emailaddress=postmaster%40${DOMAIN}`, `${ISPDB}/v1.1/${DOMAIN}`, `${DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ].toSorted());
  expect(outcomes.map((outcome) => outcome.split(' ')[0])).toEqual(['FOUND', 'FOUND', 'FOUND']);
  expect(proposals.map(({ server: host, port, security, accountName }) => `${host}:${port} ${security} ${accountName}`)).toEqual([
    `mail.${DOMAIN}:465 TLS erp@${DOMAIN}`, `mail.${DOMAIN}:587 STARTTLS erp@${DOMAIN}`, `smtp.provider.example:587 STARTTLS erp@${DOMAIN}`,
  ]);
});

test('a file that is not there is no failure', async () => {
  expect((await lookedUp({})).outcomes).toEqual([AUTOCONFIG, DOMAIN, ISPDB].map((host) => `NOTHING ${host} has no configuration file for mail programs.`));
  expect((await lookedUp({}, { zone: {} })).outcomes).toEqual([AUTOCONFIG, DOMAIN, ISPDB].map((host) => `NOTHING There is no ${host}.`));
});

test('a redirect is not followed, wherever it leads', async () => {
  const { outcomes, asked } = await lookedUp({ [FILE]: (response) => { response.writeHead(302, { location: `https://${DOMAIN}/secret` }).end(); }, [`${DOMAIN}/secret`]: page(config()) });
  expect(outcomes[0]).toBe(`FAILED ${AUTOCONFIG}: ${AUTOCONFIG} sends elsewhere (status 302), where it is not followed`);
  expect(asked).not.toContain(`${DOMAIN}/secret`);
});

test('an answer without end is given up at 64 KiB', async () => {
  expect(await first((response) => {
    response.writeHead(200);
    const more = (): void => { while (response.write('x'.repeat(16_384))); response.once('drain', more); };
    more();
  })).toBe(`FAILED ${AUTOCONFIG}: the answer is longer than 64 KiB`);
});

test('a compressed answer is not unpacked', async () => {
  expect(await first((response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))); })).toContain('compressed');
});

test('entities are not expanded: a file that declares any is refused', async () => {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE c [<!ENTITY l0 "lol">${levels}]>${config(server('&l9;', 25, 'plain')).replace(/^<\?xml[^>]*>/, '')}`;
  expect(await first(page(bomb))).toContain('declares a document type');
  expect(await first(page(`<!doctype c SYSTEM "file:///etc/passwd">${config()}`))).toContain('declares a document type');
});

test.each([
  ['a page for people', '<html><body><p>Not found<br></body></html>', 'not well-formed'], ['other XML', '<rss><channel/></rss>', 'XML of another kind'], ['no XML', '{"server": "mail"}', 'not well-formed'],
  ['nothing', '', 'not well-formed'], ['tags without end', '<a>'.repeat(20_000), 'not well-formed'], ['deep tags', `${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}`, 'nested too deeply'],
  ['names that poison', '<clientConfig><__proto__><emailProvider/></__proto__></clientConfig>', 'names that no such file has'],
])('%s is no configuration file', async (_what, text, words) => {
  expect(await first(page(text))).toMatch(new RegExp(`^FAILED ${AUTOCONFIG}: .*${words}`));
});

test('a file that names no server, or none that could be one, proposes nothing', async () => {
  expect(await first(page(config()))).toBe(`NOTHING ${AUTOCONFIG} has a configuration file that names no server for sending.`);
  expect(await first(page(config(server('127.0.0.1', 25, 'plain'), server('localhost', 25, 'plain'))))).toBe(`NOTHING ${AUTOCONFIG} names only servers that cannot be used here.`);
});

test('a server that keeps silent, at once or in the middle, ends its place and not the look-up', async () => {
  const limits = { placeMs: 4_000, allMs: 20_000 };
  const found = config(server(`mail.${DOMAIN}`, 465, 'SSL'));
  const { proposals, outcomes } = await lookedUp({
    [FILE]: () => {}, [`${DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml`]: (response) => { response.writeHead(200).write('<clientConfig>'); }, [`${ISPDB}/v1.1/${DOMAIN}`]: page(found),
  }, { limits });
  expect(outcomes.slice(0, 2)).toEqual([AUTOCONFIG, DOMAIN].map((host) => `FAILED ${host}: it took too long`));
  expect(proposals).toMatchObject([{ server: `mail.${DOMAIN}` }]);
});

test('a certificate for another name, or of nobody who is trusted, is refused without telling what it holds', async () => {
  const { outcomes } = await lookedUp({ [FILE]: page(config()) }, { certificate: certificateFor('intranet.secret.example') });
  expect(outcomes[0]).toBe(`FAILED ${AUTOCONFIG}: no trusted encrypted connection could be made`);
  expect(outcomes.join()).not.toContain('secret');
});

test('a server that fails says so by its status', async () => {
  expect(await first((response) => { response.writeHead(500).end(); })).toBe(`FAILED ${AUTOCONFIG}: ${AUTOCONFIG} answers with status 500`);
  expect(await first((response) => { response.socket?.destroy(); })).toBe(`FAILED ${AUTOCONFIG}: the connection was cut off`);
});

test.each(['127.0.0.1', '10.0.0.5', '192.168.1.1', '169.254.169.254', '100.64.0.1', '::1', 'fd00::5', '::ffff:10.0.0.5'])('a name that leads to %s is not connected to', async (address) => {
  const records = address.includes(':') ? { AAAA: [address] } : { A: [address] };
  await using dns = await DnsServer.start({ [AUTOCONFIG]: records });
  const found = await lookUp(dns, null);
  expect(outcomesOf(found, 'AUTOCONFIG')[0]).toMatch(new RegExp(`^FAILED ${AUTOCONFIG}: Not connecting to ${AUTOCONFIG}:443: `));
});
