import { expect, test } from '@jest/globals';
import { logOnByToken, saidOfToken } from '../../../src/transport/smtp/xoauth2.js';

const TOKEN = { value: 'a-token', expiresAt: 0 };
const CHALLENGE = `334 ${Buffer.from('{"status":"400","schemes":"Bearer"}').toString('base64')}`;

/** A server that answers with these replies, one after another; what it was asked, with what came of it. */
const against = async (...replies: string[]): Promise<{ readonly commands: readonly string[]; readonly said: string | null }> => {
  const commands: string[] = [];
  const sendCommand = async (command: string) => {
    commands.push(command);
    return await Promise.resolve({ response: replies[commands.length - 1] ?? '' });
  };
  const said = await logOnByToken({ authMethods: ['PLAIN', 'XOAUTH2'], sendCommand }, 'erp@example.com', TOKEN).then(() => null, saidOfToken);
  return { commands, said };
};

test('the token goes in one line, and nothing more is said to a yes', async () => {
  const { commands, said } = await against('235 2.7.0 Accepted');
  expect([commands, said]).toEqual([[`AUTH XOAUTH2 ${Buffer.from('user=erp@example.com\u0001auth=Bearer a-token\u0001\u0001').toString('base64')}`], null]);
});

test.each([
  ['one line', '535 5.7.8 Not accepted', '535 5.7.8 Not accepted {"status":"400","schemes":"Bearer"}'],
  ['several lines', '535-5.7.8 Not accepted.\n535 5.7.8 See https://support.example', '535-5.7.8 Not accepted.\n535 5.7.8 See https://support.example {"status":"400","schemes":"Bearer"}'],
])('a challenge is answered by an empty line, and its words stand behind the last reply of %s', async (_what, last, said) => {
  expect(await against(CHALLENGE, last)).toMatchObject({ commands: [expect.any(String), ''], said });
});

test('a server that says yes behind its challenge is taken at its word', async () => {
  expect(await against(CHALLENGE, '235 2.7.0 Accepted')).toMatchObject({ said: null });
});

test('where it is not offered, no token is shown', async () => {
  const shown: string[] = [];
  const sendCommand = async (command: string) => { shown.push(command); return await Promise.resolve({ response: '235' }); };
  await expect(logOnByToken({ authMethods: ['PLAIN'], sendCommand }, 'erp@example.com', TOKEN)).rejects.toMatchObject({ code: 'ENOXOAUTH2' });
  expect(shown).toEqual([]);
});
