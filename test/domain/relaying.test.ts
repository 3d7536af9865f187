import { expect, test } from '@jest/globals';
import { diagnose, queuedMail, SCOPES, VERDICTS } from '../../src/domain/diagnosis.js';
import { RELAYING_PLATFORMS, relayingGuide } from '../../src/domain/relaying.js';
import type { Evidence } from '../../src/domain/stage.js';

const NOTHING = { host: null, port: null, user: null, from: null, ehloName: null, publicAddress: null };
const refused = (reply: string, more: Partial<Evidence> = {}): Evidence => ({
  stage: 'RELAY', code: Number(reply.slice(0, 3)), enhancedCode: null, reply, errorCode: null, errorMessage: null, host: 'mail.example.com', port: 25,
  banner: null, capabilities: [], ...more,
});

test.each(RELAYING_PLATFORMS)('%s: every blank is filled, or stands for itself in words', (platform) => {
  const known = { host: 'mail.example.com', port: 587, user: 'robot', from: 'erp@example.com', ehloName: 'desk.example.com', publicAddress: '203.0.113.5' };
  for (const guide of [relayingGuide(platform, NOTHING), relayingGuide(platform, known)]) {
    expect(JSON.stringify(guide)).not.toMatch(/\{[a-zA-Z]+\}/);
    expect(guide.sections.length).toBeGreaterThan(1);
    expect(guide.sections.every(({ steps }) => steps.length > 0)).toBe(true);
    expect(guide.sections.flatMap(({ steps: [first] }) => first?.text ?? '').filter((text) => text.startsWith('Or '))).toEqual([]);
  }
});

test('a command takes no value that could be a second command', () => {
  const guide = relayingGuide('EXCHANGE', { ...NOTHING, publicAddress: '203.0.113.5; rm -rf /', from: 'a"@b.example' });
  const commands = guide.sections.flatMap(({ steps }) => steps.flatMap(({ command }) => command ?? []));
  expect(commands.join('\n')).not.toContain('rm -rf');
  expect(commands.join('\n')).toContain('-RemoteIpRanges <PUBLIC-ADDRESS>');
});

test.each([
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', {}, 'EXCHANGE'],
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', { host: 'company.mail.protection.outlook.com' }, 'MICROSOFT365'],
  ['550 5.7.64 TenantAttribution; Relay Access Denied', {}, 'MICROSOFT365'],
  ['550 5.7.1 Invalid credentials for relay [203.0.113.5]. The IP address you have registered', {}, 'GOOGLE'],
  ['503 This mail server requires authentication when attempting to send to a non-local e-mail address.', {}, 'MAILENABLE'],
  ['554 5.7.1 <a@b.example>: Relay access denied', {}, 'POSTFIX'],
  ['454 4.7.1 <a@b.example>: Relay access denied', {}, 'POSTFIX'],
  ['550 relay not permitted', {}, 'EXIM'],
  ['554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@b.example', {}, 'SES'],
  ['550 The from address does not match a verified Sender Identity.', {}, 'SENDGRID'],
  ['550 no relaying here', {}, null],
  ['550 no relaying here', { banner: 'mail.example.com ESMTP Exim 4.96' }, 'EXIM'],
  ['550 5.1.1 User unknown', {}, null],
] as const)('"%s" %j leads to the page of %s', (reply, more, guide) => {
  expect(diagnose(refused(reply, more)).guide).toBe(guide);
});

test('every verdict with every scope says what becomes of the emails', () => {
  for (const verdict of VERDICTS) for (const scope of SCOPES) expect(queuedMail({ verdict, scope })).toMatch(/^[A-Z].{20,}\.$/s);
  expect(queuedMail({ verdict: 'PARK', scope: 'ACCOUNT' })).toContain('The account is paused');
  expect(queuedMail({ verdict: 'UNKNOWN_OUTCOME', scope: 'MESSAGE' })).toContain('not sent again by itself');
});

test('what the catalogue does not know is said to be a guess', () => {
  expect(diagnose(refused('554 5.7.1 <a@b.example>: Relay access denied')).catalogued).toBe(true);
  expect(diagnose(refused('550 computer says no')).catalogued).toBe(false);
});
