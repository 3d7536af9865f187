import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createTransport } from '../../../src/transport/registry.js';
import { makeCertificates, type KeyPair } from '../../support/certificates.js';
import { orderFor, smtpDestination } from './order.js';

const trusted = getCACertificates();
const certificates = makeCertificates();
beforeAll(() => setDefaultCACertificates([...trusted, certificates.authority]));
afterAll(() => setDefaultCACertificates(trusted));

const serve = async (options: SMTPServerOptions): Promise<{ readonly port: number; readonly users: string[]; stop(): Promise<void> }> => {
  const users: string[] = [];
  const server = new SMTPServer({
    ...options, disableReverseLookup: true,
    onAuth: ({ username = '', password }, session, done) => {
      users.push(`${username}:${password}:${session.secure}`);
      done(null, { user: username });
    },
    onData: (stream, _session, done) => { stream.resume().on('end', () => done()); },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, 'localhost');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port, users, stop: () => new Promise((resolve) => { server.close(resolve); }),
  };
};

const rows: readonly (readonly ['STARTTLS' | 'TLS', string, KeyPair, string, string | null])[] = (['STARTTLS', 'TLS'] as const).flatMap((security) => [
  [security, 'sound', certificates.sound, 'DONE', null] as const,
  [security, 'expired', certificates.expired, 'TLS', 'CERT_HAS_EXPIRED'] as const,
  [security, 'made for another name', certificates.otherName, 'TLS', 'ERR_TLS_CERT_ALTNAME_INVALID'] as const,
  [security, 'self-signed', certificates.selfSigned, 'TLS', 'DEPTH_ZERO_SELF_SIGNED_CERT'] as const,
]);

test.each(rows)('%s with a certificate that is %s: the log-on leaves only if it is good for the name', async (security, _how, pair, stage, errorCode) => {
  const server = await serve({ secure: security === 'TLS', ...pair });
  const transport = createTransport({ connectPolicy: { allow: [] } });
  const destination = smtpDestination(server.port, {
    server: 'localhost', security, authentication: 'PASSWORD', accountName: 'anna', password: 'Geheim-123',
  });
  const report = await transport.send(orderFor(destination), async () => true);
  await transport.close();
  await server.stop();
  expect(report).toMatchObject({ outcome: errorCode === null ? 'ACCEPTED' : 'REFUSED', evidence: { stage, errorCode, host: 'localhost' } });
  expect(server.users).toEqual(errorCode === null ? ['anna:Geheim-123:true'] : []);
});
