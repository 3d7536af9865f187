import { expect, test } from '@jest/globals';
import { relayQuestion } from '../../src/domain/relay-probe.js';

const usual = { from: 'erp@company.example', to: 'me@company.example', probeAddress: 'probe@example.com', wanted: true, sandbox: false };

test('a test inside the sender\'s domain asks for somebody outside', () => {
  expect(relayQuestion(usual)).toEqual({ ask: true, to: 'probe@example.com' });
  expect(relayQuestion({ ...usual, from: 'erp@Müller.example', to: 'me@xn--mller-kva.example' })).toMatchObject({ ask: true });
});

test.each([
  ['the test goes outside already', { to: 'me@elsewhere.example' }, 'is outside company.example'],
  ['a subdomain is outside too', { to: 'me@mail.company.example' }, 'is outside company.example'],
  ['the probe\'s address is inside', { probeAddress: 'probe@company.example' }, 'is inside company.example'],
  ['nobody wants it', { wanted: false }, 'Not asked for'],
  ['it is the sandbox', { sandbox: true }, 'The sandbox relays nothing'],
])('nothing is asked where %s', (_name, change, because) => {
  expect(relayQuestion({ ...usual, ...change })).toEqual({ ask: false, because: expect.stringContaining(because) });
});
