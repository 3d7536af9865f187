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

test('Amazon SES is proposed in the region that the exchanger names, which may be WorkMail\'s as well', () => {
  const { proposals, report } = findingOf('inbound-smtp.eu-west-1.amazonaws.com');
  expect(proposals).toMatchObject([{ server: 'email-smtp.eu-west-1.amazonaws.com', presetId: 'amazon-ses', explanation: expect.stringMatching(/SES and for WorkMail alike.* If it is SES: Amazon SES\.$/) }]);
  expect(report.message).toBe('The MX records of example.com lead to Amazon, be it SES or WorkMail.');
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
  for (const root of ['', '.']) expect(findingOf(root).report).toEqual({ source: 'MX', outcome: 'NOTHING', message: 'example.com says by MX that it takes no mail (RFC 7505).' });
  expect(findingOf('', '.').report.message).toBe('example.com says by several MX records that it takes no mail, where there must be one (RFC 7505 section 3).');
});

test.each([
  ['127.0.0.1', 'not to IP addresses'], ['192.0.2.1.', 'not to IP addresses'], ['localhost', 'has no dot'], ['mail_1.example.com', 'The part "mail_1" has a character that a name cannot have'],
  ['-mail.example.com', 'starts or ends with a hyphen'], ['mail..example.com', 'nothing between two dots'],
])('an MX record that leads to %s is said to be wrong, and not to refuse mail', (target, words) => {
  const { proposals, report } = findingOf(target);
  expect({ proposals, outcome: report.outcome }).toEqual({ proposals: [], outcome: 'NOTHING' });
  expect(report.message).toMatch(new RegExp(`^No MX record of example\\.com names a server that mail could go to\\. "${target}": .*${words}`));
  expect(report.message).not.toContain('7505');
});

test('what is wrong is said of three records, and a good one among them is all that counts', () => {
  expect(findingOf('.', '127.0.0.1', 'localhost').report.message).toMatch(/to\. "127\.0\.0\.1": The domain ends in a number.* "localhost": The domain has no dot/);
  expect(findingOf('a', 'b', 'c', 'd').report.message).not.toContain('"d"');
  expect(findingOf('a\nb.example').report.message).toContain('"a\\nb.example"');
  expect(findingOf('127.0.0.1', '.', 'mx.example.com').proposals[0]).toMatchObject({ server: 'mx.example.com' });
});

test.each(['mx-biz.mail.am0.yahoodns.net', 'mx-aol.mail.gm0.yahoodns.net'])('%s is not Yahoo Mail: business mail and AOL log on elsewhere', (host) => {
  expect(findingOf(host)).toMatchObject({ proposals: [], report: { message: expect.stringContaining('of whom it is not known') } });
  expect(findingOf('mx-eu.mail.am0.yahoodns.net').proposals).toMatchObject([{ presetId: 'yahoo' }]);
});

test('the most wanted exchanger decides', () => {
  const records = [{ preference: 20, exchanger: 'mx2.example.com' }, { preference: 10, exchanger: 'mx1.example.com' }];
  expect(mxFinding(records, SUBJECT).proposals[0]?.server).toBe('mx1.example.com');
});
