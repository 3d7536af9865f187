import { expect, test } from '@jest/globals';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import type { AccountSettings } from '../../src/domain/account-settings.js';
import { layOver, postFaults, secretBinding, settingsFaults } from '../../src/domain/settings-input.js';
import type { SettingsInput } from '../../src/domain/settings-input.js';

const posted: AccountSettings = {
  ...BLANK_SETTINGS, server: 'smtp.example.com', port: 587, accountName: 'desk', emailFrom: 'desk@example.com',
  allowedFrom: ['example.com'],
};

test('a field left out keeps, null clears, an emptied one clears', () => {
  expect(layOver(posted, {})).toEqual(posted);
  expect(layOver(posted, { server: undefined })).toEqual(posted);
  expect(layOver(posted, { server: null, port: null, allowedFrom: null, useSendGrid: null, emailFrom: '' })).toEqual(
    { ...posted, server: null, port: null, allowedFrom: [], useSendGrid: false, emailFrom: null });
  expect(layOver(posted, { server: 'mail.example.com', port: 465 })).toEqual({ ...posted, server: 'mail.example.com', port: 465 });
});

test('no secret gets among the settings', () => {
  expect(JSON.stringify(layOver(posted, { password: 'hunter22', sendGridApiKey: 'SG.key' }))).not.toMatch(/hunter22|SG\.key/);
});

test.each<[SettingsInput, string[], string]>([
  [{ port: 0 }, ['port'], '65535'], [{ port: 65_536 }, ['port'], '65535'], [{ port: 25.5 }, ['port'], '65535'], [{ port: Number.NaN }, ['port'], '65535'],
  [{ server: 'http://smtp.example.com' }, ['server'], 'without http'], [{ server: 'smtp.example.com:25' }, ['server'], 'port'],
  [{ server: 'smtp example' }, ['server'], 'blanks'],
  [{ emailFrom: 'Desk <desk@example.com>' }, ['emailFrom'], 'alone'], [{ replyTo: 'desk' }, ['replyTo'], '@'],
  [{ sendGridEmailFrom: 'a@b' }, ['sendGridEmailFrom'], 'dot'], [{ fromName: 'a\r\nBcc: b' }, ['fromName'], 'line break'],
  [{ fromName: 'n'.repeat(101) }, ['fromName'], '100'], [{ sendGridName: 'a\0' }, ['sendGridName'], 'control'],
  [{ accountName: 'a'.repeat(257) }, ['accountName'], '256'], [{ accountName: 'a\nb' }, ['accountName'], 'line break'],
  [{ allowedFrom: ['a@b.example', '@b.example'] }, ['allowedFrom', '1'], 'without the @'],
  [{ allowedFrom: ['localhost'] }, ['allowedFrom', '0'], 'dot'], [{ allowedFrom: Array(51).fill('b.example') }, ['allowedFrom'], '50'],
  [{ password: '••••••••' }, ['password'], 'mask'], [{ password: '****' }, ['password'], 'mask'], [{ sendGridApiKey: '●●*' }, ['sendGridApiKey'], 'mask'],
  [{ password: 'p'.repeat(1_025) }, ['password'], '1024'], [{ password: 'a\nb' }, ['password'], 'line break'],
])('refuses %j', (input, path, words) => {
  expect(settingsFaults(layOver(posted, input), input, ['settings']))
    .toEqual([{ code: 'INVALID', path: ['settings', ...path], message: expect.stringContaining(words) }]);
});

test('all faults come together, and a fault never repeats a secret', () => {
  const input: SettingsInput = { port: 0, server: 'a b', password: 'secret\u0007', emailFrom: 'x' };
  const faults = settingsFaults(layOver(posted, input), input, ['settings']);
  expect(faults.map((fault) => fault.path[1])).toEqual(['server', 'port', 'password', 'emailFrom']);
  expect(JSON.stringify(faults)).not.toContain('secret\u0007');
});

test.each<SettingsInput>([
  {}, { password: 'pass*word' }, { password: null }, { password: '' }, { security: 'NONE', authentication: 'PASSWORD' }, { port: 1 }, { port: 65_535 },
  { allowedFrom: ['a@b.example', 'münchen.example'] }, { server: '10.0.0.1' }, { server: '[::1]' },
])('takes %j', (input) => {
  expect(settingsFaults(layOver(posted, input), input, [])).toEqual([]);
});

const lacking = (settings: AccountSettings, hasPassword: boolean, hasKey: boolean) =>
  postFaults(settings, (field) => (field === 'password' ? hasPassword : hasKey), ['settings']).map(({ code, path }) => `${code} ${path.join('.')}`);

test('what is missing before posting is named', () => {
  expect(lacking(posted, true, false)).toEqual([]);
  expect(lacking(posted, false, true)).toEqual(['PASSWORD_REQUIRED settings.password']);
  expect(lacking({ ...posted, accountName: null }, false, false)).toEqual([]);
  expect(lacking({ ...posted, authentication: 'NONE' }, false, false)).toEqual([]);
  expect(lacking({ ...posted, authentication: 'PASSWORD', accountName: null }, true, false)).toEqual(['INVALID settings.accountName']);
  expect(lacking(BLANK_SETTINGS, false, false)).toEqual(['INVALID settings.server', 'INVALID settings.port', 'INVALID settings.emailFrom']);
});

test('with Use SendGrid server and port may stay blank, and the password serves as key', () => {
  const sendGrid = { ...BLANK_SETTINGS, useSendGrid: true, sendGridEmailFrom: 'desk@example.com' };
  expect(lacking(sendGrid, false, true)).toEqual([]);
  expect(lacking(sendGrid, true, false)).toEqual([]);
  expect(lacking(sendGrid, false, false)).toEqual(['PASSWORD_REQUIRED settings.sendGridApiKey']);
  expect(lacking({ ...sendGrid, sendGridEmailFrom: null, emailFrom: 'a@b.example' }, true, false)).toEqual([]);
  expect(lacking({ ...sendGrid, sendGridEmailFrom: null }, true, false)).toEqual(['INVALID settings.sendGridEmailFrom']);
});

test('a password is bound to where and as whom it is used', () => {
  const binding = secretBinding('1', 'password', posted);
  const changed: Partial<AccountSettings>[] = [{ server: 'evil.example' }, { port: 25 }, { security: 'NONE' }, { accountName: 'root' }, { useSendGrid: true }];
  for (const change of changed) expect(secretBinding('1', 'password', { ...posted, ...change })).not.toBe(binding);
  expect(secretBinding('2', 'password', posted)).not.toBe(binding);
  expect(secretBinding('1', 'sendGridApiKey', posted)).not.toBe(binding);
  const alike: Partial<AccountSettings>[] = [{ server: 'SMTP.Example.com' }, { security: 'STARTTLS' }, { fromName: 'Desk' }, { emailFrom: null }];
  for (const change of alike) expect(secretBinding('1', 'password', { ...posted, ...change })).toBe(binding);
});

test('a SendGrid key is bound to its record only, whatever else is posted', () => {
  expect(secretBinding('1', 'sendGridApiKey', posted)).toBe(secretBinding('1', 'sendGridApiKey', BLANK_SETTINGS));
  expect(secretBinding('1', 'sendGridApiKey', posted)).not.toBe(secretBinding('2', 'sendGridApiKey', posted));
});
