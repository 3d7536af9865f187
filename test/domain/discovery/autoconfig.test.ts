import { expect, test } from '@jest/globals';
import type { OutgoingServer } from '../../../src/domain/discovery/autoconfig.js';
import { autoconfigFinding } from '../../../src/domain/discovery/autoconfig.js';

const SUBJECT = { domain: 'example.com', address: 'erp$&@example.com' };
const SERVER: OutgoingServer = { hostname: 'mail.example.com', port: 587, socketType: 'STARTTLS', authentications: ['password-cleartext'], username: '%EMAILADDRESS%' };
const proposalsOf = (change: Partial<OutgoingServer>, subject: { domain: string; address: string | null } = SUBJECT) => autoconfigFinding([{ ...SERVER, ...change }], subject, 'autoconfig.example.com').proposals;

test.each([['SSL', 'TLS'], ['STARTTLS', 'STARTTLS'], ['plain', 'NONE']])('socket type %s is security %s', (socketType, security) => {
  expect(proposalsOf({ socketType })).toMatchObject([{ server: 'mail.example.com', port: 587, security, source: 'AUTOCONFIG' }]);
});

test('what would send the password in the clear says so', () => {
  expect(proposalsOf({ socketType: 'plain' })[0]?.explanation).toContain('for all to read');
});

test.each([
  ['%EMAILADDRESS%', 'erp$&@example.com'], ['%EMAILLOCALPART%', 'erp$&'], ['%EMAILLOCALPART%.%EMAILDOMAIN%', 'erp$&.example.com'], ['robot', 'robot'],
  ['postmaster@Example.com', 'erp$&@example.com'], ['postmaster', 'erp$&'], [null, 'erp$&@example.com'], ['a\nb', null], ['a&amp;b', null], ['x'.repeat(257), null],
])('user name %j is account name %j', (username, accountName) => {
  expect(proposalsOf({ username })).toMatchObject([{ accountName }]);
});

test('of a domain alone the account name is not known, unless the file names it', () => {
  expect(proposalsOf({}, { domain: 'example.com', address: null })).toMatchObject([{ accountName: null }]);
  expect(proposalsOf({ username: 'robot' }, { domain: 'example.com', address: null })).toMatchObject([{ accountName: 'robot' }]);
});

test.each([
  [['password-encrypted'], 'PASSWORD'], [['secure'], 'PASSWORD'], [['client-IP-address'], 'NONE'], [['none'], 'NONE'], [['NTLM', 'password-cleartext'], 'PASSWORD'], [['OAuth2', 'password-cleartext'], 'PASSWORD'],
])('authentications %j are %s', (authentications, authentication) => {
  expect(proposalsOf({ authentications })).toMatchObject([{ authentication, accountName: authentication === 'NONE' ? null : 'erp$&@example.com' }]);
});

test('OAuth2 is proposed with a provider at which a program can have it', () => {
  expect(proposalsOf({ hostname: 'smtp.office365.com', authentications: ['OAuth2', 'password-cleartext'] })).toMatchObject([{ authentication: 'OAUTH2', presetId: 'microsoft365-submission' }]);
});

test('a server that is known to refuse passwords is not proposed with one', () => {
  expect(proposalsOf({ hostname: 'smtp-mail.outlook.com', authentications: ['OAuth2', 'password-cleartext'] })).toEqual([]);
});

test.each<Partial<OutgoingServer>>([
  { authentications: ['OAuth2'] }, { authentications: ['GSSAPI'] }, { authentications: [] }, { authentications: ['constructor'] }, { socketType: 'toString' }, { socketType: 'ssl' },
  { hostname: 'localhost' }, { hostname: '127.0.0.1' }, { hostname: '%EMAILLOCALPART%.example.com' }, { hostname: 'mail.example.com/x' }, { port: 0 }, { port: 65_536 },
])('a server with %j is left out', (change) => {
  expect(proposalsOf(change)).toEqual([]);
});

test('the domain is filled into the host name', () => {
  expect(proposalsOf({ hostname: 'mail.%EMAILDOMAIN%' })).toMatchObject([{ server: 'mail.example.com' }]);
});
