import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { probe } from '../../src/probe/probe.js';
import { requestFor, run, way } from './probing.js';
import { ScriptedServer, SILENCE } from './scripted-server.js';

const EVERYTHING_BUT_TIMEOUTS = [
  'Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval',
  'clearInterval',
] as const;

const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
};

test('a port on which nobody listens is ECONNREFUSED', async () => {
  const result = await run(requestFor(await closedPort()));
  expect(way(result)).toBe('DNS !TCP');
  expect(result.evidence).toMatchObject({ stage: 'TCP', errorCode: 'ECONNREFUSED', banner: null });
  expect(result.stages.at(-1)?.detail).toMatch(/^127\.0\.0\.1: ECONNREFUSED after \d+ ms$/);
});

test('an address that the policy forbids is never connected to', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { policy: { allow: [] } }));
  expect(way(result)).toBe('!DNS');
  expect(result.evidence).toMatchObject({ errorCode: 'ECONNECTPOLICY' });
});

test('a name that cannot exist fails at DNS', async () => {
  const result = await run(requestFor(25, { server: `${'a'.repeat(64)}.invalid` }));
  expect(way(result)).toBe('!DNS');
  expect(result.evidence).toMatchObject({ errorCode: 'ENOTFOUND', errorMessage: expect.stringContaining('ENOTFOUND') });
});

test.each([
  ['another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'EPROTOCOL'],
  ['a line without end', 'x'.repeat(3_000), 'EPROTOCOL'],
  ['a line of 2,049 bytes', `220 ${'x'.repeat(2_043)}\r\n`, 'EPROTOCOL'],
  ['201 lines', `${'220-x\r\n'.repeat(200)}220 x\r\n`, 'EPROTOCOL'],
  ['more than 64 KiB', `${`220-${'x'.repeat(1_000)}\r\n`.repeat(70)}220 x\r\n`, 'EPROTOCOL'],
  ['lines of different codes', '220-x\r\n250 x\r\n', 'EPROTOCOL'],
  ['nothing but line ends', '\r\n\r\n', 'EPROTOCOL'],
])('%s in place of a greeting is a fault', async (_name, GREETING, errorCode) => {
  await using server = await ScriptedServer.start({ GREETING });
  const result = await run(requestFor(server.port));
  expect(way(result)).toBe('DNS TCP !GREETING');
  expect(result.evidence).toMatchObject({ errorCode, reply: null });
  expect(result.evidence?.errorMessage).toMatch(/^Invalid greeting/);
  await server.idle;
});

test('a server that never stops talking is cut off', async () => {
  await using server = await ScriptedServer.start({ MAIL: '250 ok\r\n'.repeat(1_000) });
  const result = await run(requestFor(server.port));
  expect(result.evidence).toMatchObject({ errorCode: 'EPROTOCOL' });
  await server.idle;
});

test('a reply of 200 lines, bare line feeds and bytes that are no text are read', async () => {
  const GREETING = `${'220-x\n'.repeat(199)}220 \xff\x07 ready\n`;
  await using server = await ScriptedServer.start({ GREETING });
  const result = await run(requestFor(server.port));
  expect(result.outcome).toBe('PASSED');
  expect(result.stages.find(({ stage }) => stage === 'GREETING')?.reply).toBe(`220 ${'x '.repeat(199)}\ufffd ready`);
});

describe('with a clock that the test moves', () => {
  beforeEach(() => { jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_TIMEOUTS] }); });
  afterEach(() => { jest.useRealTimers(); });

  test.each([
    ['GREETING', 'GREETING', 60, 20, 'Greeting never received'],
    ['MAIL', 'MAIL_FROM', 60, 20, 'No answer within 20 seconds'],
    ['MAIL', 'MAIL_FROM', 5, 5, 'No answer within 5 seconds'],
  ])('silence at %s fails %s, of %i s in all after %i s', async (verb, stage, limitSeconds, seconds, errorMessage) => {
    await using server = await ScriptedServer.start({ [verb]: SILENCE });
    const connected = Promise.withResolvers<void>();
    const probing = probe(requestFor(server.port, {}, { limitSeconds }), (ended) => {
      if (ended.stage === 'TCP') connected.resolve();
    });
    await Promise.all([connected.promise, server.heard(verb)]);
    await new Promise(setImmediate);
    jest.advanceTimersByTime(seconds * 1_000);
    const result = await probing;
    expect(result.outcome).toBe('FAILED');
    expect(result.evidence).toMatchObject({ stage, errorCode: 'ETIMEDOUT', errorMessage, code: null, reply: null });
    await server.idle;
  });

  test('a server that does not answer QUIT holds up nothing for more than two seconds', async () => {
    await using server = await ScriptedServer.start({ QUIT: SILENCE });
    const probing = run(requestFor(server.port));
    await server.heard('QUIT');
    jest.advanceTimersByTime(2_000);
    expect((await probing).outcome).toBe('PASSED');
  });
});

test.each(['GREETING', 'EHLO', 'MAIL', 'DOT'])('a cancel while waiting for %s closes the socket at once', async (verb) => {
  await using server = await ScriptedServer.start({ [verb]: SILENCE });
  const cancel = new AbortController();
  const probing = run(requestFor(server.port, {}, { mode: 'SEND', signal: cancel.signal }));
  await server.heard(verb);
  cancel.abort();
  const result = await probing;
  const messageId = verb === 'DOT' ? 'one@example.com' : null;
  expect(result).toMatchObject({ outcome: 'CANCELLED', evidence: null, messageId });
  expect(result.stages.some(({ outcome }) => outcome === 'FAILED')).toBe(false);
  await server.idle;
});

test('a probe cancelled before it starts does nothing', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { signal: AbortSignal.abort() }));
  expect(result).toMatchObject({ outcome: 'CANCELLED', stages: [] });
  expect(server.commands).toEqual([]);
});

test('a listener that throws does not make the probe throw, and leaves no socket open', async () => {
  await using server = await ScriptedServer.start();
  const result = await probe(requestFor(server.port), ({ stage }) => {
    if (stage === 'EHLO') throw new Error('listener');
  });
  expect(result).toMatchObject({ outcome: 'FAILED', evidence: { stage: 'EHLO', errorMessage: 'listener' } });
  await server.idle;
});
