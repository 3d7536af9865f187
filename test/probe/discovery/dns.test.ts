import { expect, test } from '@jest/globals';
import { DnsServer } from '../../support/dns-server.js';
import { DOMAIN, lookUp, outcomesOf } from './looking.js';

test('SRV and MX records are asked for and proposed, and nothing is connected to', async () => {
  await using dns = await DnsServer.start({
    [`_submission._tcp.${DOMAIN}`]: { SRV: [[20, 1, 587, `late.${DOMAIN}`], [10, 1, 1587, `mail.${DOMAIN}`]] },
    [`_submissions._tcp.${DOMAIN}`]: { SRV: [[10, 1, 465, `mail.${DOMAIN}`]] },
    [DOMAIN]: { MX: [[10, 'aspmx.l.google.com'], [20, 'alt1.aspmx.l.google.com']] },
  });
  const found = await lookUp(dns, null, { reach: 'dns' });
  expect(found.proposals.map(({ source, server, port, security }) => `${source} ${server}:${port} ${security}`)).toEqual([
    `SRV mail.${DOMAIN}:465 TLS`, `SRV mail.${DOMAIN}:1587 STARTTLS`, `SRV late.${DOMAIN}:587 STARTTLS`, 'MX smtp-relay.gmail.com:587 STARTTLS', 'MX smtp.gmail.com:465 TLS',
  ]);
  expect(dns.asked.toSorted()).toEqual([`MX ${DOMAIN}`, `SRV _submission._tcp.${DOMAIN}`, `SRV _submissions._tcp.${DOMAIN}`]);
});

test('the target "." of a record means that the service is not there', async () => {
  await using dns = await DnsServer.start({ [`_submission._tcp.${DOMAIN}`]: { SRV: [[0, 0, 0, '.']] }, [DOMAIN]: { MX: [[0, '.']] } });
  const found = await lookUp(dns, null, { reach: 'dns' });
  expect(found.proposals).toEqual([]);
  expect(outcomesOf(found, 'SRV')).toEqual([`NOTHING ${DOMAIN} says by SRV that it offers no _submission.`]);
  expect(outcomesOf(found, 'MX')).toEqual([`NOTHING ${DOMAIN} says by MX that it takes no mail (RFC 7505).`]);
});

test('a place that fails is told, and the others are none the worse', async () => {
  await using dns = await DnsServer.start({ [`_submission._tcp.${DOMAIN}`]: { fails: 'SERVFAIL' }, [DOMAIN]: { MX: [[10, `mx.${DOMAIN}`]] } });
  const found = await lookUp(dns, null, { reach: 'dns' });
  expect(outcomesOf(found, 'SRV')).toEqual([`FAILED The SRV records of ${DOMAIN}: the DNS server failed`]);
  expect(found.proposals).toMatchObject([{ server: `mx.${DOMAIN}`, port: 587 }, { server: `mx.${DOMAIN}`, port: 25 }]);
});

test('a DNS server that keeps silent ends its place, not the look-up', async () => {
  await using dns = await DnsServer.start({ [`_submission._tcp.${DOMAIN}`]: { fails: 'SILENCE' }, [DOMAIN]: { MX: [[10, 'in1-smtp.messagingengine.com']] } });
  const found = await lookUp(dns, null, { reach: 'dns', limits: { placeMs: 2_000, allMs: 20_000 } });
  expect(outcomesOf(found, 'SRV')).toEqual([`FAILED The SRV records of ${DOMAIN}: it took too long`]);
  expect(found.proposals).toMatchObject([{ presetId: 'fastmail' }]);
});

test('all places together have one limit', async () => {
  await using dns = await DnsServer.start({ [DOMAIN]: { fails: 'SILENCE' }, [`_submission._tcp.${DOMAIN}`]: { fails: 'SILENCE' } });
  const found = await lookUp(dns, null, { reach: 'dns', limits: { placeMs: 20_000, allMs: 300 } });
  expect(found.sources.filter(({ outcome }) => outcome === 'FAILED')).toHaveLength(2);
});

test('a look-up ends when the process stops', async () => {
  await using dns = await DnsServer.start({ [DOMAIN]: { fails: 'SILENCE' }, [`_submission._tcp.${DOMAIN}`]: { fails: 'SILENCE' } });
  const found = await lookUp(dns, null, { reach: 'dns', signal: AbortSignal.abort() });
  expect(found.sources.filter(({ outcome }) => outcome === 'FAILED')).toHaveLength(2);
});

test('with "dns" the web is left alone, and with "off" DNS too', async () => {
  await using dns = await DnsServer.start({});
  const byDns = await lookUp(dns, null, { reach: 'dns' });
  expect(byDns.sources.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual([
    'PRESET NOTHING', 'WELL_KNOWN NOTHING', 'SRV NOTHING', 'MX NOTHING', 'AUTOCONFIG SKIPPED', 'AUTOCONFIG SKIPPED', 'AUTOCONFIG SKIPPED',
  ]);
  const asked = dns.asked.length;
  const off = await lookUp(dns, null, { reach: 'off', subject: { domain: 'aol.com', address: 'me@aol.com' } });
  expect(dns.asked).toHaveLength(asked);
  expect(off.proposals).toMatchObject([{ source: 'WELL_KNOWN', server: 'smtp.aol.com', port: 587, security: 'STARTTLS', authentication: 'PASSWORD', accountName: 'me@aol.com' }]);
  expect(off.sources.filter(({ outcome }) => outcome === 'SKIPPED')).toHaveLength(5);
});

test.each(['outlook.com', 'hotmail.com', 'tuta.com'])('%s is in the list of well-known services, and nothing is proposed by it', async (domain) => {
  await using dns = await DnsServer.start({});
  const found = await lookUp(dns, null, { reach: 'off', subject: { domain, address: `me@${domain}` } });
  expect(found.proposals).toEqual([]);
  expect(outcomesOf(found, 'WELL_KNOWN')).toEqual([expect.stringMatching(/^NOTHING .* which is left out: /)]);
});
