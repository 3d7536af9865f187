import { expect, test } from '@jest/globals';
import { accountAt } from '../support/account-testing.js';
import type { Api } from '../support/api.js';
import { DnsServer, type Zone } from '../support/dns-server.js';
import { eventually } from '../support/eventually.js';
import { hire, record } from '../support/people.js';
import { startPostroom } from '../support/server.js';

const SILENT: Zone = Object.fromEntries(['first.test', '*.first.test', '*._tcp.first.test', 'second.test', '*.second.test', '*._tcp.second.test'].map((name) => [name, { fails: 'SILENCE' }]));
const CHECKS = 'query($accountId: ID!) { senderDomainChecks(accountId: $accountId) { domain findings { check outcome message } } }';
const SETTINGS = { server: 'smtp.first.test', port: 587, emailFrom: 'erp@first.test', authentication: 'NONE' };

const asked = async (dns: DnsServer, part: string): Promise<boolean> => await eventually(() => Promise.resolve(dns.asked.some((question) => question.includes(part))), (it) => it);
const lookUps = async (api: Api, count: number, domain: string) =>
  await api.ask(`{ ${Array.from({ length: count }, (_, at) => `a${at}: discoverSmtpSettings(addressOrDomain: "${domain}") { sources { outcome message } }`).join(' ')} }`);

test('a check of sender domains is in the audit while it is under way, and ends when the process stops, whatever keeps silent', async () => {
  await using dns = await DnsServer.start(SILENT);
  const server = await startPostroom({ POSTROOM_DNS_SERVERS: dns.address });
  try {
    const accountId = await accountAt(server.admin, SETTINGS);
    const answer = server.admin.get<{ findings: { outcome: string; message: string }[] }[]>(CHECKS, { accountId });
    answer.catch(() => {});
    await asked(dns, 'first.test');
    const audited = await server.admin.get<{ edges: unknown[] }>('query($id: String!) { auditEvents(filter: { subjectId: $id, action: TESTED }, first: 1) { edges { node { action } } } }', { id: accountId });
    expect(audited.edges).toHaveLength(1);
    server.child.kill('SIGTERM');
    const [check] = await answer;
    expect(check?.findings.map(({ outcome }) => outcome)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(check?.findings[0]?.message).toContain('the time for all of it was over');
  } finally {
    await server.stop();
  }
});

test('all callers together have only so many look-ups under way, of settings and of sender domains', async () => {
  await using dns = await DnsServer.start(SILENT);
  const server = await startPostroom({ POSTROOM_DNS_SERVERS: dns.address, POSTROOM_DISCOVERY: 'dns' });
  try {
    const rights = [record('SMTP_ACCOUNTS', 'access modify add')];
    const [second, third] = [await hire(server, 'Second', rights), await hire(server, 'Third', rights)];
    const accountId = await accountAt(server.admin, SETTINGS);
    const pending = [lookUps(server.admin, 20, 'first.test')];
    await asked(dns, 'first.test');
    pending.push(lookUps(second.api, 5, 'second.test'));
    await asked(dns, 'second.test');
    const { errors } = await lookUps(third.api, 1, 'third.test');
    expect(errors).toMatchObject([{ message: expect.stringContaining('Too many look-ups are under way'), extensions: { code: 'RATE_LIMITED' } }]);
    expect(await third.api.code(CHECKS, { accountId })).toBe('RATE_LIMITED');
    expect(dns.asked.join()).not.toContain('third.test');
    const answers = await Promise.all(pending);
    expect(answers.map((answer) => [answer.errors ?? [], Object.keys(answer.data ?? {}).length])).toEqual([[[], 20], [[], 5]]);
    expect((await lookUps(third.api, 1, 'third.test')).errors ?? []).toEqual([]);
  } finally {
    await server.stop();
  }
});
