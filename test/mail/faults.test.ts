import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostfixOptions } from '../support/postfix-configuration.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';
import type { Desk } from './desk.js';
import { accountNow, accountWith, LOG_ON, OUTSIDE, post, send, settingsFor, startDesk, WITHOUT_LOG_ON } from './desk.js';

const SETTLED = ['SENT', 'PARKED', 'FAILED', 'UNKNOWN'] as const;

describeWithPostfix('an email that a real Postfix does not take', () => {
  let desk: Desk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(async () => { await desk?.stop(); });

  test('for a wrong password waits with its account, and arrives once the right one is posted', async () => {
    await using postfix = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(postfix, { password: 'wrong' }));
    const first = await send(desk.admin, { accountId, to: ['anna@example.com'], text: 'first' });
    expect(await desk.emails.until(first.id, ...SETTLED)).toMatchObject({
      status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED', diagnosisId: 'CREDENTIALS_REFUSED', recipients: [{ status: 'PENDING' }],
      attempts: [{
        outcome: 'REFUSED', stage: 'AUTH', code: 535, enhancedCode: '5.7.8', reply: expect.stringMatching(/^535 5\.7\.8 Error: authentication failed/),
        diagnosis: { id: 'CREDENTIALS_REFUSED', verdict: 'PARK', scope: 'ACCOUNT' },
      }],
    });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: 'CREDENTIALS_REFUSED', pausedAt: expect.any(String) });

    const second = await send(desk.admin, { accountId, to: ['anna@example.com'], text: 'second' });
    expect(await desk.emails.until(second.id, ...SETTLED)).toMatchObject({ status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED', attempts: [] });

    await post(desk.admin, accountId, { password: LOG_ON.password });
    expect(await desk.emails.until(first.id, 'SENT', 'FAILED')).toMatchObject({
      status: 'SENT', messageId: first.messageId, diagnosisId: null, attempts: [{ number: 1 }, { number: 2, outcome: 'ACCEPTED' }],
    });
    expect(await desk.emails.until(second.id, 'SENT', 'FAILED')).toMatchObject({ status: 'SENT', attempts: [{ number: 1 }] });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pauseReason: null, pausedAt: null });
    const arrived = (await postfix.mailbox('anna@example.com', 2)).map((message) => /^Message-ID: <(.*)>/mi.exec(message.toString())?.[1]);
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived)).toEqual(new Set([first.messageId, second.messageId]));
    expect(postfix.log()).not.toContain(LOG_ON.password);
  });

  test.each([
    ['denied 554', 554, '5.7.1'], ['deferred 454', 454, '4.7.1'],
  ] as const)('because it does not relay (%s) waits with its account, whatever the code', async (relay, code, enhancedCode) => {
    await using postfix = await startPostfix(desk.submission({ relay }));
    const accountId = await accountWith(desk.admin, settingsFor(postfix, WITHOUT_LOG_ON));
    const { id } = await send(desk.admin, { accountId, to: [OUTSIDE] });
    const said = { code, enhancedCode, reply: `${code} ${enhancedCode} <${OUTSIDE}>: Relay access denied` };
    expect(await desk.emails.until(id, ...SETTLED)).toMatchObject({
      status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED', diagnosisId: 'RELAY_DENIED', recipients: [{ status: 'PENDING', ...said }],
      attempts: [{ outcome: 'REFUSED', stage: 'RCPT_TO', ...said, diagnosis: { id: 'RELAY_DENIED', verdict: 'PARK', scope: 'ACCOUNT' } }],
    });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: 'RELAY_DENIED' });
  });

  test('because it does not relay leaves when the server was mended and a test of the account passed', async () => {
    const closed = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(closed, WITHOUT_LOG_ON));
    const { id } = await send(desk.admin, { accountId, to: [OUTSIDE] });
    expect((await desk.emails.until(id, ...SETTLED)).status).toBe('PARKED');
    await closed.stop();
    await using open = await startPostfix(desk.submission({ relay: 'open to us', port: closed.port }));
    const { test: { state } } = await desk.admin.get<{ test: { state: string } }>(
      'mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "anna@example.com" }) { test { state } userErrors { code } } }', { id: accountId });
    expect(state).toBe('PASSED');
    expect((await desk.emails.until(id, 'SENT', 'FAILED')).status).toBe('SENT');
    expect(await open.mailbox(OUTSIDE)).toHaveLength(1);
  });

  test('for its only recipient, whom nobody knows, has failed, and its account goes on', async () => {
    await using postfix = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(postfix));
    const { id } = await send(desk.admin, { accountId, to: ['nobody@example.com'] });
    const said = { code: 550, enhancedCode: '5.1.1', reply: '550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in virtual mailbox table' };
    expect(await desk.emails.until(id, ...SETTLED)).toMatchObject({
      status: 'FAILED', diagnosisId: 'RECIPIENT_UNKNOWN', recipients: [{ status: 'REFUSED', ...said }],
      attempts: [{ outcome: 'REFUSED', stage: 'RCPT_TO', ...said, diagnosis: { id: 'RECIPIENT_UNKNOWN', verdict: 'NEVER', scope: 'RECIPIENT' } }],
    });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pausedAt: null });
  });

  test('for one recipient of two arrives at the other', async () => {
    await using postfix = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(postfix));
    const { id } = await send(desk.admin, { accountId, to: ['nobody@example.com', 'anna@example.com'] });
    const email = await desk.emails.until(id, ...SETTLED);
    expect(email.status).toBe('SENT');
    expect(email.recipients).toMatchObject([
      { address: 'nobody@example.com', status: 'REFUSED', code: 550, reply: expect.stringContaining('User unknown') },
      { address: 'anna@example.com', status: 'ACCEPTED' },
    ]);
    expect(await postfix.mailbox('anna@example.com')).toHaveLength(1);
  });

  test('for its size has failed, and its account goes on', async () => {
    await using postfix = await startPostfix(desk.submission({ messageSizeLimit: 20_000 }));
    const accountId = await accountWith(desk.admin, settingsFor(postfix));
    const { id } = await send(desk.admin, { accountId, to: ['anna@example.com'], text: 'x'.repeat(30_000) });
    expect(await desk.emails.until(id, ...SETTLED)).toMatchObject({ status: 'FAILED', diagnosisId: 'MESSAGE_TOO_LARGE' });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pausedAt: null });
  });

  const UNTRUSTED: readonly (readonly [string, () => Partial<PostfixOptions>, string])[] = [
    ['of an authority that is not trusted', () => ({ tls: desk.certificates.stranger }), 'CERTIFICATE_CHAIN_INCOMPLETE'],
    ['of a private authority that shows its own', () => ({ tls: desk.certificates.strangerChain }), 'CERTIFICATE_SELF_SIGNED'],
    ['that is self-signed', () => ({ tls: desk.certificates.selfSigned }), 'CERTIFICATE_SELF_SIGNED'],
    ['that has expired', () => ({ tls: desk.certificates.expired }), 'CERTIFICATE_DATE'],
    ['for another name', () => ({ tls: desk.certificates.otherName }), 'CERTIFICATE_NAME_MISMATCH'],
  ];
  test.each(UNTRUSTED)('since nobody speaks on over a certificate %s waits with its account', async (_name, changes, diagnosis) => {
    await using postfix = await startPostfix(desk.submission(changes()));
    const accountId = await accountWith(desk.admin, settingsFor(postfix));
    const { id } = await send(desk.admin, { accountId, to: ['anna@example.com'] });
    expect(await desk.emails.until(id, ...SETTLED)).toMatchObject({
      status: 'PARKED', parkedReason: 'ACCOUNT_PAUSED', diagnosisId: diagnosis,
      attempts: [{ outcome: 'REFUSED', stage: 'TLS', code: null, diagnosis: { id: diagnosis, verdict: 'PARK', scope: 'SERVER' } }],
    });
    expect(await accountNow(desk.admin, accountId)).toMatchObject({ pauseReason: 'FAULT', pauseDiagnosisId: diagnosis });
    expect(postfix.log()).not.toMatch(/ auth=|sasl_username/);
  });
});
