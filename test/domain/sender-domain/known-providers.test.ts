import { expect, test } from '@jest/globals';
import { providerOfHost } from '../../../src/domain/diagnosis/provider.js';
import { PRESETS } from '../../../src/domain/presets.js';
import { providerBy } from '../../../src/domain/sender-domain/known-providers.js';

/** Meant for people's own addresses there, so that no domain of a customer is told what to publish. */
const NOT_KNOWN = ['icloud', 'yahoo'];
const HOSTED = PRESETS.flatMap(({ id, server }) => (server === null || NOT_KNOWN.includes(id) ? [] : [[id, server.replace('{region}', 'eu-central-1').replace('{tenant}', 'example-com')] as const]));

test.each(HOSTED)('the provider of the preset %s is known by its server %s', (_id, server) => {
  expect(providerBy([server])).not.toBeNull();
  expect(providerBy([`${server.toUpperCase()}.`])).toEqual(providerBy([server]));
});

test.each(['example-com.mail.protection.outlook.com', 'example-com.a-v1.mx.microsoft'])('%s is Microsoft 365 as a receiver', (host) => {
  expect(providerBy(['mail.example.com', host])).toMatchObject({ provider: { name: 'Microsoft 365' }, receives: true });
  expect(providerOfHost(host)).toBe('MICROSOFT365');
});

test.each(['smtp.gmail.com', 'gmail-smtp-msa.l.google.com', 'smtp-relay.gmail.com'])('%s of Google sends on, and is no receiver', (host) => {
  expect(providerBy([host])).toMatchObject({ provider: { name: 'Google Workspace' }, receives: false });
});

test.each(['mail.example.com', 'outlook.com.example.org', 'notmailgun.org', 'evil-brevo.com'])('%s is nobody\'s that is known', (host) => {
  expect(providerBy([host])).toBeNull();
});
