import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { createTransport } from '../../../src/transport/registry.js';
import { WITHOUT_END } from './misbehaviour.js';
import { granting, orderFor, smtpDestination, towards } from './order.js';
import type { Act, Point } from './scripted-server.js';
import { scriptedServer } from './scripted-server.js';

/** As in production, but for times: those are for real servers, and a test waits for each. */
const OPTIONS = {
  connectPolicy: { allow: [] }, ehloName: 'postroom.example', smtpLimits: { greetingMs: 1_000, socketMs: 1_000, exchangeMs: 1_500, closeMs: 50 },
};
const STAGES: Readonly<Record<Exclude<Point, 'BODY'>, string>> = {
  GREETING: 'GREETING', EHLO: 'EHLO', STARTTLS: 'TLS', AUTH: 'AUTH', MAIL: 'MAIL_FROM', RCPT: 'RCPT_TO', DATA: 'DATA', DOT: 'AFTER_DATA',
};
/** What a flood may come to before it is cut off: with what lies in the buffers of client, server and system between. */
const FLOOD_BYTES_MAX = 32 * 1_048_576;

const sendAgainst = async (point: string, act: Act) => {
  const { offered, asked } = towards(point);
  const server = await scriptedServer({ ...offered, [point]: act });
  const own = createTransport(OPTIONS);
  const mark = granting();
  const { outcome, recipients, evidence } = await own.send(orderFor(smtpDestination(server.port, asked)), mark.mark);
  await own.close();
  await server.stop();
  return {
    outcome, recipients, stage: evidence.stage, code: evidence.code, marks: mark.asked, messages: server.messages.length,
    tooMuch: server.bytesSaid() > FLOOD_BYTES_MAX,
  };
};

describe('a server that never comes to an end, at whatever command', () => {
  test.each(Object.entries(WITHOUT_END))('%s: given up in time, and unknown only after the dot', async (_how, act) => {
    const seen = Object.fromEntries(await Promise.all(Object.keys(STAGES).map(async (point) => [point, await sendAgainst(point, act)] as const)));
    expect(seen).toEqual(Object.fromEntries(Object.entries(STAGES).map(([point, stage]) => {
      const handedOver = point === 'DOT' ? 1 : 0;
      return [point, { outcome: handedOver ? 'UNKNOWN' : 'REFUSED', recipients: [], stage, code: null, marks: handedOver, messages: handedOver, tooMuch: false }];
    })));
  });

  test('one that asks for ever more of a log-on is given up: each of its answers is whole', async () => {
    const { offered, asked } = towards('AUTH');
    const server = await scriptedServer({ ...offered, AUTH: { act: (socket) => {
      socket.removeAllListeners('data').on('data', () => { if (!socket.destroyed) socket.write('334 VXNlcm5hbWU6\r\n'); });
      socket.write('334 VXNlcm5hbWU6\r\n');
    } } });
    const own = createTransport(OPTIONS);
    const { outcome, evidence } = await own.send(orderFor(smtpDestination(server.port, asked)), async () => true);
    await own.close();
    await server.stop();
    expect({ outcome, evidence }).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'AUTH', code: null, errorCode: 'EAUTH', errorMessage: 'The server asks for ever more of the log-on' } });
  });

  test('one that takes a message a few bytes at a time is given up: unknown, for it was handed over', async () => {
    let slow = true;
    const server = await scriptedServer({ BODY: { act: (socket) => {
      if (slow) setTimeout(() => socket.resume(), 1_000);
      if (slow) socket.pause();
    } } });
    const own = createTransport({ ...OPTIONS, smtpLimits: { ...OPTIONS.smtpLimits, socketMs: 20_000, exchangeMs: 3_000 } });
    const text = 'A line of a long message\r\n'.repeat(400_000);
    const report = await own.send(orderFor(smtpDestination(server.port), { content: { text } }), async () => true);
    slow = false;
    await own.close();
    await server.stop();
    expect(report).toMatchObject({ outcome: 'UNKNOWN', evidence: { stage: 'AFTER_DATA', errorCode: 'ETIMEDOUT' } });
  });

  test('one that stands still is given up through TLS too, with the words of that', async () => {
    const server = new SMTPServer({ authOptional: true, disableReverseLookup: true, logger: false, onMailFrom: () => {} });
    server.on('error', () => {});
    const listener = server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const own = createTransport({ ...OPTIONS, smtpLimits: { ...OPTIONS.smtpLimits, socketMs: 20_000, exchangeMs: 500 } });
    const report = await own.send(orderFor(smtpDestination((listener.address() as AddressInfo).port, { security: 'OPPORTUNISTIC' })), async () => true);
    await own.close();
    await new Promise<void>((resolve) => { server.close(resolve); });
    expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'MAIL_FROM', errorCode: 'ETIMEDOUT', errorMessage: 'No whole reply within 0.5 s' } });
    expect(report.evidence.capabilities).not.toContain('STARTTLS');
  });
});
