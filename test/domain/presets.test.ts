import { expect, test } from '@jest/globals';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import type { Preset } from '../../src/domain/presets/preset.js';
import { oauthProviderOf, PRESETS, presetOfServer, presetsOfDomain, presetsOfExchanger } from '../../src/domain/presets.js';
import { RELAYING_PLATFORMS } from '../../src/domain/relaying.js';
import type { SettingsInput } from '../../src/domain/settings-input.js';
import { layOver, postFaults, settingsFaults } from '../../src/domain/settings-input.js';

test('who can be logged on to by OAuth 2.0 says who gives out the tokens', () => {
  for (const preset of PRESETS) expect(oauthProviderOf(preset) === null).toBe(!preset.authentications.includes('OAUTH2'));
});

/** OAUTH2 needs an application's own settings besides, which no preset can know. */
const inputsOf = (preset: Preset): SettingsInput[] => {
  if (preset.useSendGrid) return [{ useSendGrid: true, sendGridEmailFrom: 'erp@example.com', sendGridApiKey: 'SG.key' }];
  const server = (preset.server ?? 'mail.example.com').replace(/\{[a-z]+\}/, 'eu-west-1');
  return preset.ports.flatMap((port) => preset.authentications.filter((way) => way !== 'OAUTH2').map((authentication) => ({
    server, ...port, authentication, emailFrom: 'erp@example.com',
    ...(authentication === 'PASSWORD' ? { accountName: preset.accountName ?? 'erp@example.com', password: 'a password' } : {}),
  })));
};

const each = PRESETS.map((preset) => [preset.id, preset] as const);

test.each(each)('%s can be posted as it stands, by each of its ports and each way of logging on', (_id, preset) => {
  const inputs = inputsOf(preset);
  expect(inputs.length).toBeGreaterThan(0);
  for (const input of inputs) {
    const after = layOver(BLANK_SETTINGS, input);
    const faults = [...settingsFaults(after, input, []), ...postFaults(after, (field) => input[field] !== undefined, [])];
    expect({ input, faults }).toEqual({ input, faults: [] });
  }
});

test.each(each)('%s says whose page it is from, and what to write where it leaves something open', (_id, preset) => {
  expect(preset.link).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
  if (!preset.useSendGrid && (preset.server === null || preset.server.includes('{'))) expect(preset.serverHint).not.toBeNull();
  if (!preset.useSendGrid && preset.authentications.includes('PASSWORD')) expect(preset.accountNameHint).not.toBeNull();
});

test('no two presets have one id, and every platform of the relaying guide has a preset', () => {
  expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  expect(RELAYING_PLATFORMS.filter((platform) => !PRESETS.some(({ relayingPlatform }) => relayingPlatform === platform))).toEqual([]);
});

test('where everybody has the same account name, it is that word', () => {
  expect(presetOfServer('smtp.sendgrid.net')).toMatchObject({ accountName: 'apikey', accountNameHint: 'the literal word apikey' });
  expect(presetOfServer('smtp.eu.sparkpostmail.com')).toMatchObject({ accountName: 'SMTP_Injection' });
});

test.each([
  ['smtp.office365.com', 'microsoft365-submission'], ['example-com.mail.protection.outlook.com', 'microsoft365-relay'], ['email-smtp.eu-central-1.amazonaws.com', 'amazon-ses'],
  ['smtp-relay.gmail.com', 'google-workspace-relay'], ['smtp.zoho.eu', 'zoho-eu'],
  ['smtp.office365.com.evil.example', undefined], ['evilsmtp.office365.com', undefined], ['a.b.mail.protection.outlook.com', undefined], ['email-smtpXeu.amazonaws.com', undefined], ['mail.example.com', undefined],
])('the server %s is that of %s', (server, id) => {
  expect(presetOfServer(server)?.id).toBe(id);
});

test('a provider is known by its own domains and by its exchangers, whole names only', () => {
  expect(presetsOfDomain('googlemail.com').map(({ id }) => id)).toEqual(['gmail']);
  expect(presetsOfDomain('notgmail.com')).toEqual([]);
  expect(presetsOfExchanger('alt1.aspmx.l.google.com').map(({ id }) => id)).toEqual(['google-workspace-relay', 'gmail']);
  expect(presetsOfExchanger('evill.google.com.example')).toEqual([]);
  expect(presetsOfExchanger('xzoho.com')).toEqual([]);
});

test('Yahoo is known by the exchangers of its own users, and not by those of AOL and of business mail beside them', () => {
  for (const host of ['mta5.am0.yahoodns.net', 'mta7.am0.yahoodns.net', 'mx-eu.mail.am0.yahoodns.net', 'mx-apac.mail.gm0.yahoodns.net']) {
    expect(presetsOfExchanger(host).map(({ id }) => id)).toEqual(['yahoo']);
  }
  for (const host of ['mx-biz.mail.am0.yahoodns.net', 'mx-indiabiz.mail.gm0.yahoodns.net', 'mx-aol.mail.gm0.yahoodns.net', 'mta5.am0.yahoodns.net.example']) {
    expect(presetsOfExchanger(host)).toEqual([]);
  }
});
