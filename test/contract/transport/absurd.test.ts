import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/domain/diagnosis.js';
import { createTransport } from '../../../src/transport/registry.js';
import { orderFor, smtpDestination } from './order.js';
import type { Point } from './scripted-server.js';
import { scriptedServer } from './scripted-server.js';

const OPTIONS = { connectPolicy: { allow: [] }, ehloName: 'postroom.example', smtpLimits: { greetingMs: 1_000, socketMs: 1_000, closeMs: 50 } };
const POINTS: readonly Point[] = ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'DOT'];
const ABSURD = ['-250 Ok', '-550 No', '000 Nothing', '999 What', '2500 Ok', '5500 No', `${'9'.repeat(400)} Much`, '25 Ok', 'Ok', '1\0\x01', '\u00ff\u00fe'];

test.each(POINTS.map((point) => [point] as const))('replies without a code at %s: no code is made up, and after the dot it is unknown', async (point) => {
  const reports = await Promise.all(ABSURD.map(async (reply) => {
    const server = await scriptedServer({ [point]: reply });
    const own = createTransport(OPTIONS);
    const { outcome, recipients, evidence } = await own.send(orderFor(smtpDestination(server.port)), async () => true);
    await own.close();
    await server.stop();
    // Where a reply begins as a good one nodemailer goes on; what counts is what the server says of the message itself.
    const wentOn = point !== 'DOT' && /^[23]/.test(reply);
    const unknown = point === 'DOT';
    return {
      reply, codesMadeUp: [evidence, ...recipients].map(({ code }) => code).filter((code) => code !== null && !wentOn),
      asItShould: wentOn || (outcome === (unknown ? 'UNKNOWN' : 'REFUSED') && (diagnose(evidence).verdict === 'UNKNOWN_OUTCOME') === unknown),
    };
  }));
  expect(reports).toEqual(ABSURD.map((reply) => ({ reply, codesMadeUp: [], asItShould: true })));
});

test.each(['250', '250 Ok\r\n250 And again', '250-Queued\r\n250 as 4711', '250Ok'])('"%s" to the dot is a yes', async (reply) => {
  const server = await scriptedServer({ DOT: reply });
  const own = createTransport(OPTIONS);
  expect(await own.send(orderFor(smtpDestination(server.port)), async () => true)).toMatchObject({ outcome: 'ACCEPTED', evidence: { code: 250 } });
  await own.close();
  await server.stop();
});
