import { expect, test } from '@jest/globals';
import { presetFinding, wellKnownFinding } from '../../../src/domain/discovery/known.js';
import type { DiscoverySource, Proposal } from '../../../src/domain/discovery/proposal.js';
import { finding, inOrderOfTrust } from '../../../src/domain/discovery/proposal.js';

const proposal = (source: DiscoverySource, server: string, port = 587): Proposal =>
  ({ server, port, security: 'STARTTLS', authentication: 'PASSWORD', accountName: null, presetId: null, source, explanation: `By ${source}.` });

test('the most trusted source is first, in whatever order the answers come', () => {
  const found = (['AUTOCONFIG', 'MX', 'SRV', 'WELL_KNOWN', 'PRESET'] as const).map((source) => finding(source, [proposal(source, `${source.toLowerCase()}.example`)], 'x'));
  expect(inOrderOfTrust(found).map(({ source }) => source)).toEqual(['PRESET', 'WELL_KNOWN', 'SRV', 'MX', 'AUTOCONFIG']);
});

test('one way is one proposal, of the more trusted, which tells who says the same', () => {
  const found = [
    finding('AUTOCONFIG', [proposal('AUTOCONFIG', 'a.example'), proposal('AUTOCONFIG', 'a.example', 25)], 'x'), finding('SRV', [proposal('SRV', 'a.example')], 'x'),
    finding('AUTOCONFIG', [proposal('AUTOCONFIG', 'a.example')], 'x'),
  ];
  expect(inOrderOfTrust(found)).toMatchObject([
    { source: 'SRV', port: 587, explanation: 'By SRV. AUTOCONFIG says the same.' }, { source: 'AUTOCONFIG', port: 25, explanation: 'By AUTOCONFIG.' },
  ]);
});

test('a provider\'s own domain has its preset', () => {
  expect(presetFinding({ domain: 'icloud.com', address: 'a@icloud.com' })).toMatchObject({
    proposals: [{ server: 'smtp.mail.me.com', port: 587, security: 'STARTTLS', authentication: 'PASSWORD', accountName: 'a@icloud.com', presetId: 'icloud', source: 'PRESET' }], report: { outcome: 'FOUND' },
  });
  expect(presetFinding({ domain: 'example.com', address: null })).toMatchObject({ proposals: [], report: { outcome: 'NOTHING' } });
});

test.each([[465, false, false, 'TLS'], [2465, true, false, 'TLS'], [587, false, false, 'STARTTLS'], [25, false, true, 'STARTTLS'], [25, false, false, 'OPPORTUNISTIC']])(
  'a well-known service at port %d (secure %s, TLS required %s) is proposed with %s', (port, secure, requireTls, security) => {
    const service = { name: 'Service', server: 'smtp.service.example', port, secure, requireTls };
    expect(wellKnownFinding(service, { domain: 'service.example', address: null }).proposals).toMatchObject([{ port, security }]);
  });

test.each([['outlook.com', 'smtp-mail.outlook.com', 'refused passwords since September 2024'], ['live.com', 'smtp.live.com', 'refused passwords since September 2024'], ['tuta.com', 'smtp.tutanota.com', 'no SMTP for other programs']])(
  '%s is left out, and why is told: its server lets no password in', (domain, server, words) => {
    const { proposals, report } = wellKnownFinding({ name: 'Service', server, port: 587, secure: false, requireTls: false }, { domain, address: null });
    expect(proposals).toEqual([]);
    expect(report).toMatchObject({ outcome: 'NOTHING', message: expect.stringMatching(new RegExp(`has ${domain}, by ${server}, which is left out: .*${words}`)) });
  });
