import { expect, test } from '@jest/globals';
import { PASSWORD, requestFor, run } from './probing.js';
import { ScriptedServer } from './scripted-server.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const PLAIN = base64(`\0robot\0${PASSWORD}`);
const AS_BYTES = Buffer.from(PASSWORD, 'utf8').toString('latin1');

const ECHOES = [
  ['the PLAIN string', PLAIN],
  ['the PLAIN string cut short', PLAIN.slice(0, 20)],
  ['the PLAIN string in capitals', PLAIN.toUpperCase()],
  ['the password in base64', base64(PASSWORD)],
  ['the password', AS_BYTES],
] as const;

test.each(ECHOES)('%s, echoed by the server, is shown nowhere', async (_name, echo) => {
  await using server = await ScriptedServer.start({ AUTH: `535 5.7.8 rejected "AUTH PLAIN ${echo}" of robot\r\n` });
  const result = await run(requestFor(server.port));
  expect(result.evidence?.reply).toBe('535 5.7.8 rejected "AUTH PLAIN ••••••" of robot');
  const shown = JSON.stringify(result);
  for (const secret of [PASSWORD, base64(PASSWORD), PLAIN, echo]) expect(shown).not.toContain(secret);
});

test('a secret at the edge of what is cut off is masked first', async () => {
  await using server = await ScriptedServer.start({ AUTH: `535 ${'x'.repeat(985)} ${AS_BYTES}\r\n` });
  const result = await run(requestFor(server.port));
  expect(result.evidence?.reply).toBe(`535 ${'x'.repeat(985)} ••••••`);
});

test('a password with blanks in a row is masked before blanks are collapsed', async () => {
  await using server = await ScriptedServer.start({ AUTH: '535 no  two  blanks  for you\r\n' });
  const result = await run(requestFor(server.port, { password: 'two  blanks' }));
  expect(result.evidence?.reply).toBe('535 no •••••• for you');
});

test('banner and capabilities are cleaned too', async () => {
  await using server = await ScriptedServer.start({
    GREETING: `220 ${AS_BYTES}\r\n`, EHLO: `250-x\r\n250-${PLAIN}\r\n250 AUTH PLAIN\r\n`, MAIL: '550 no\r\n',
  });
  const result = await run(requestFor(server.port));
  expect(result.evidence).toMatchObject({ banner: '••••••', capabilities: ['••••••', 'AUTH PLAIN'] });
  expect(JSON.stringify(result)).not.toContain(PLAIN);
});

test('the answer to a CRAM-MD5 challenge is shown nowhere', async () => {
  const script = { EHLO: '250-x\r\n250 AUTH CRAM-MD5\r\n', AUTH: `334 ${base64('<1@x>')}\r\n` };
  await using server = await ScriptedServer.start({ ...script, RESPONSE: '535 no\r\n' });
  expect((await run(requestFor(server.port))).evidence?.reply).toBe('535 no');
  const sent = server.commands.at(2) ?? '';
  expect(Buffer.from(sent, 'base64').toString()).toMatch(/^robot [0-9a-f]{32}$/);
  await using echoing = await ScriptedServer.start({ ...script, RESPONSE: `535 no ${sent}\r\n` });
  expect((await run(requestFor(echoing.port))).evidence?.reply).toBe('535 no ••••••');
});
