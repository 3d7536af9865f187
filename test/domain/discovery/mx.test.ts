import { expect, test } from '@jest/globals';
import { mxFinding } from '../../../src/domain/discovery/mx.js';

const SUBJECT = { domain: 'example.com', address: 'erp@example.com' };
const findingOf = (...hosts: string[]) => mxFinding(hosts.map((exchanger, at) => ({ preference: 10 + at, exchanger })), SUBJECT);

test('Microsoft 365 is proposed as a mailbox, and by the exchanger itself', () => {
  expect(findingOf('Example-com.mail.protection.outlook.com').proposals).toMatchObject([
    { server: 'smtp.office365.com', port: 587, security: 'STARTTLS', authentication: 'OAUTH2', accountName: 'erp@example.com', presetId: 'microsoft365-submission', source: 'MX' },
    { server: 'example-com.mail.protection.outlook.com', port: 25, security: 'STARTTLS', authentication: 'NONE', accountName: null, presetId: 'microsoft365-relay' },
  ]);
});

test('Google is proposed as the relay of a Workspace, and as a mailbox, once for all its exchangers', () => {
  expect(findingOf('aspmx.l.google.com', 'alt1.aspmx.l.google.com', 'alt2.aspmx.l.google.com').proposals).toMatchObject([
    { server: 'smtp-relay.gmail.com', port: 587, authentication: 'NONE', presetId: 'google-workspace-relay' },
    { server: 'smtp.gmail.com', port: 465, security: 'TLS', authentication: 'PASSWORD', accountName: 'erp@example.com', presetId: 'gmail' },
  ]);
  expect(findingOf('smtp.google.com').proposals).toHaveLength(2);
  const own = mxFinding([{ preference: 5, exchanger: 'gmail-smtp-in.l.google.com' }], { domain: 'gmail.com', address: null });
  expect(own.proposals.map(({ presetId }) => presetId)).toEqual(['gmail']);
});

test('Amazon SES is proposed in the region that the exchanger names', () => {
  expect(findingOf('inbound-smtp.eu-west-1.amazonaws.com').proposals).toMatchObject([{ server: 'email-smtp.eu-west-1.amazonaws.com', presetId: 'amazon-ses' }]);
  expect(findingOf('mail.ec2.amazonaws.com')).toMatchObject({ proposals: [], report: { outcome: 'NOTHING' } });
});

test.each([
  ['mx.zoho.eu', 'erp@example.com'], ['mx01.mail.icloud.com', null], ['in1-smtp.messagingengine.com', null], ['inbound-smtp.eu-west-1.amazonaws.com', null],
])('with %s one logs on as %s', (exchanger, accountName) => {
  expect(findingOf(exchanger).proposals).toMatchObject([{ accountName }]);
});

test.each([['mxa-00112233.gslb.pphosted.com', 'Proofpoint'], ['eu-smtp-inbound-1.mimecast.com', 'Mimecast'], ['mx1-eu1.ppe-hosted.com', 'Proofpoint Essentials']])('%s is said to be a filter', (host, name) => {
  expect(findingOf(host)).toEqual({ proposals: [], report: { source: 'MX', outcome: 'NOTHING', message: expect.stringContaining(`${host} is ${name}, which filters`) } });
});

test('a server of the domain itself is proposed as the guess that it is', () => {
  const { proposals } = findingOf('mx.example.com');
  expect(proposals).toMatchObject([
    { server: 'mx.example.com', port: 587, security: 'STARTTLS', authentication: 'PASSWORD', presetId: null }, { server: 'mx.example.com', port: 25, security: 'OPPORTUNISTIC', authentication: 'NONE' },
  ]);
  for (const { explanation } of proposals) expect(explanation).toContain('A guess');
});

test('what is not known is not proposed', () => {
  expect(findingOf('mx00.hoster.example')).toMatchObject({ proposals: [], report: { message: expect.stringContaining('mx00.hoster.example, of whom it is not known') } });
  expect(findingOf('mail.protection.outlook.com.evil.example')).toMatchObject({ proposals: [] });
  expect(findingOf('mx.notexample.com')).toMatchObject({ proposals: [] });
});

test('no record, and the record that says "no mail", are told apart', () => {
  expect(findingOf().report.message).toBe('example.com has no MX record.');
  expect(findingOf('').report.message).toContain('RFC 7505');
  expect(findingOf('.').report.message).toContain('RFC 7505');
  expect(findingOf('127.0.0.1', 'localhost').proposals).toEqual([]);
});

test('the most wanted exchanger decides', () => {
  const records = [{ preference: 20, exchanger: 'mx2.example.com' }, { preference: 10, exchanger: 'mx1.example.com' }];
  expect(mxFinding(records, SUBJECT).proposals[0]?.server).toBe('mx1.example.com');
});
