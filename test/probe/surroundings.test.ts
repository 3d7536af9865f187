import { expect, test } from '@jest/globals';
import type { ProbeRequest } from '../../src/probe/probe.js';
import { diagnose } from '../../src/domain/diagnosis.js';
import { DnsServer, type Zone } from '../support/dns-server.js';
import { requestFor, run, stageOf, way } from './probing.js';
import { ScriptedServer, type Script } from './scripted-server.js';

const ZONE: Zone = {
  'mail.inside.test': { CNAME: 'relay.inside.test' }, 'relay.inside.test': { CNAME: 'example-com.mail.protection.outlook.com' },
  'example-com.mail.protection.outlook.com': { A: ['127.0.0.1'] }, 'plain.inside.test': { A: ['127.0.0.1'] },
  'example.com': { MX: [[20, 'mx2.example.com'], [10, 'mx1.example.com']] },
};

const probed = async (server: string, script: Script = {}, zone: Zone = ZONE, changes: Partial<ProbeRequest> = {}) => {
  await using dns = await DnsServer.start(zone);
  await using scripted = await ScriptedServer.start(script);
  const policy = { allow: [{ cidr: '127.0.0.1/32', port: '*' }], dnsServers: [dns.address] } as const;
  return { result: await run(requestFor(scripted.port, { server }, { policy, ...changes })), asked: dns.asked, commands: scripted.commands };
};

test('a server whose name is known to the DNS servers only is tested, and what DNS tells is in the detail', async () => {
  const { result } = await probed('mail.inside.test');
  expect(result.outcome).toBe('PASSED');
  expect(stageOf(result, 'DNS')?.detail).toBe(
    '127.0.0.1; mail.inside.test is an alias of relay.inside.test, example-com.mail.protection.outlook.com; MX of example.com: mx1.example.com, mx2.example.com');
});

test('the name is asked for once: what was checked is what is connected to', async () => {
  const { asked } = await probed('plain.inside.test');
  expect(asked.filter((question) => question === 'A plain.inside.test')).toHaveLength(1);
});

test('a name that leads to a forbidden address is not connected to', async () => {
  const { result, commands } = await probed('metadata.inside.test', {}, { ...ZONE, 'metadata.inside.test': { A: ['169.254.169.254'] } });
  expect(way(result)).toBe('!DNS');
  expect(result.evidence?.errorCode).toBe('ECONNECTPOLICY');
  expect(commands).toEqual([]);
});

test.each(['SERVFAIL', 'SILENCE'] as const)('the stage passes when what is asked besides ends in %s', async (fails) => {
  const { result } = await probed('plain.inside.test', {}, { ...ZONE, 'example.com': { fails } });
  expect(result.outcome).toBe('PASSED');
  expect(stageOf(result, 'DNS')?.detail).toBe('127.0.0.1');
});

test('a DNS server that fails for the name fails the stage, and is told from a name that does not exist', async () => {
  const evidenceFor = async (records: Zone) => (await probed('plain.inside.test', {}, records)).result.evidence;
  expect((await evidenceFor({ 'plain.inside.test': { fails: 'SERVFAIL' } }))?.errorCode).toBe('ESERVFAIL');
  expect((await evidenceFor({}))?.errorCode).toBe('ENOTFOUND');
});

test('whose server it is, is told by what its name is an alias of', async () => {
  const script = { AUTH: '535 5.7.3 Authentication unsuccessful\r\n' };
  const { result } = await probed('mail.inside.test', script);
  expect(result.evidence?.aliases).toContain('example-com.mail.protection.outlook.com');
  const evidence = result.evidence ?? (() => { throw new Error('No evidence'); })();
  const blanks = { user: 'robot', from: 'a@example.com', ehloName: 'desk.example.com' };
  expect(diagnose(evidence, blanks)).toEqual(diagnose({ ...evidence, host: 'example-com.mail.protection.outlook.com', aliases: [] }, blanks));
});
