import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settled } from '../support/delivered.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Captured { readonly edges: readonly { readonly node: { readonly subject: string; readonly recipients: readonly string[]; readonly area: string | null } }[] }

test('with nothing set up, an email is caught by the sandbox and listed there with its area', async () => {
  const { id, messageId } = await sent(server.admin, { area: 'INVOICES', subject: 'Grüße 🙂' });
  const email = await settled(server.admin, id, 'CAPTURED');
  expect(email.recipients).toMatchObject([{ status: 'CAPTURED', reply: '250 2.0.0 Captured' }]);
  const { edges } = await server.admin.get<Captured>('{ capturedEmails { edges { node { messageId subject recipients area } } } }');
  expect(edges.map(({ node }) => node)).toEqual([{ messageId, subject: 'Grüße 🙂', recipients: ['jane@customer.example'], area: 'INVOICES' }]);
});
