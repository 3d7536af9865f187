import { expect, test } from '@jest/globals';
import type { SubmissionRecord } from '../../../src/domain/discovery/srv.js';
import { srvFinding } from '../../../src/domain/discovery/srv.js';

const SUBJECT = { domain: 'example.com', address: 'erp@example.com' };
const record = (service: SubmissionRecord['service'], target: string, priority = 0, weight = 0, port = service === '_submission' ? 587 : 465): SubmissionRecord =>
  ({ service, target, priority, weight, port });
const serversOf = (...records: SubmissionRecord[]): string[] => srvFinding(records, SUBJECT).proposals.map(({ server, port }) => `${server}:${port}`);

test('a server of the domain is proposed with the address as account name', () => {
  expect(srvFinding([record('_submission', 'Mail.Example.com.', 0, 0, 1587)], SUBJECT)).toMatchObject({
    proposals: [{ server: 'mail.example.com', port: 1587, security: 'STARTTLS', authentication: 'PASSWORD', accountName: 'erp@example.com', presetId: null, source: 'SRV', explanation: expect.stringContaining('RFC 6186') }],
    report: { source: 'SRV', outcome: 'FOUND' },
  });
});

test('priority counts across both services, then TLS from the start, then weight', () => {
  expect(serversOf(
    record('_submission', 'c.example.com', 5, 1), record('_submission', 'd.example.com', 5, 9), record('_submissions', 'b.example.com', 5, 0),
    record('_submissions', 'e.example.com', 20), record('_submission', 'a.example.com', 0),
  )).toEqual(['a.example.com:587', 'b.example.com:465', 'd.example.com:587', 'c.example.com:587', 'e.example.com:465']);
});

test.each(['.', ''])('the target %j says that the service is not there', (target) => {
  expect(srvFinding([record('_submission', target)], SUBJECT)).toEqual({
    proposals: [], report: { source: 'SRV', outcome: 'NOTHING', message: 'example.com says by SRV that it offers no _submission.' },
  });
  expect(serversOf(record('_submission', target), record('_submissions', 'mail.example.com'))).toEqual(['mail.example.com:465']);
});

test('a server of another domain is told to be one', () => {
  expect(srvFinding([record('_submission', 'mail.notexample.com')], SUBJECT).proposals[0]?.explanation).toContain('not of example.com itself');
  expect(srvFinding([record('_submission', 'mail.example.com')], SUBJECT).proposals[0]?.explanation).not.toContain('itself');
});

test.each(['localhost', '127.0.0.1', 'mail', 'a b.example.com', 'x\r\n.example.com', `${'a.'.repeat(200)}example.com`])('the target %j is no server', (target) => {
  expect(srvFinding([record('_submission', target)], SUBJECT)).toMatchObject({ proposals: [], report: { outcome: 'NOTHING', message: expect.stringContaining('no server that could be one') } });
});

test('a known provider brings its preset and its way of logging on', () => {
  expect(srvFinding([record('_submission', 'smtp.office365.com')], SUBJECT).proposals).toMatchObject([{ presetId: 'microsoft365-submission', authentication: 'OAUTH2', accountName: 'erp@example.com' }]);
  expect(srvFinding([record('_submission', 'smtp.sendgrid.net')], SUBJECT).proposals).toMatchObject([{ presetId: 'sendgrid-smtp', authentication: 'PASSWORD', accountName: 'apikey' }]);
});

test('port 0 is none, and hundreds of records fill no screen', () => {
  expect(serversOf(record('_submission', 'mail.example.com', 0, 0, 0))).toEqual([]);
  expect(serversOf(...Array.from({ length: 300 }, (_, at) => record('_submission', `m${at}.example.com`)))).toHaveLength(6);
});
