import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostfixOptions } from '../support/postfix-configuration.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';
import { testAccount, way } from '../support/account-testing.js';
import type { Desk } from './desk.js';
import { accountWith, LOG_ON, OUTSIDE, settingsFor, startDesk, WITHOUT_LOG_ON } from './desk.js';

const ALL = 'DNS TCP GREETING EHLO TLS AUTH MAIL_FROM RCPT_TO RELAY DATA AFTER_DATA DONE';

describeWithPostfix('testSmtpAccount before a real Postfix', () => {
  let desk: Desk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(async () => { await desk?.stop(); });

  test('passes every stage, and the test email arrives', async () => {
    await using postfix = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(postfix));
    const { test: result, userErrors } = await testAccount(desk.admin, accountId, { emailTestTo: 'anna@example.com' });
    expect(userErrors).toEqual([]);
    expect(result).toMatchObject({ state: 'PASSED', diagnosis: null, messageId: expect.any(String) });
    expect(way(result)).toBe(ALL);
    const [message] = await postfix.mailbox('anna@example.com');
    expect(message?.toString()).toContain(`Message-ID: <${result?.messageId}>`);
  });

  test('passes a dry run with settings that are not posted, and sends nothing', async () => {
    await using postfix = await startPostfix(desk.submission());
    const accountId = await accountWith(desk.admin, settingsFor(postfix, { password: 'wrong' }));
    const { test: result } = await testAccount(desk.admin, accountId, { emailTestTo: OUTSIDE, mode: 'DRY_RUN', settings: { password: LOG_ON.password } });
    expect(result).toMatchObject({ state: 'PASSED', messageId: null });
    expect(way(result)).toBe('DNS TCP GREETING EHLO TLS AUTH MAIL_FROM RCPT_TO -RELAY DONE');
    expect(postfix.log()).not.toContain('queued as');
  });

  type Fault = readonly [string, () => Partial<PostfixOptions>, Readonly<Record<string, unknown>>, to: string, way: string, diagnosis: string, reply: RegExp];
  const NO_REPLY = /^$/;
  const FAULTS: readonly Fault[] = [
    ['a wrong password', () => ({}), { password: 'wrong' }, 'anna@example.com',
      'DNS TCP GREETING EHLO TLS !AUTH', 'CREDENTIALS_REFUSED', /^535 5\.7\.8 Error: authentication failed/],
    ['relay denied', () => ({}), WITHOUT_LOG_ON, OUTSIDE,
      'DNS TCP GREETING EHLO TLS -AUTH MAIL_FROM !RCPT_TO', 'RELAY_DENIED', /^554 5\.7\.1 <guest@outside\.example>: Relay access denied$/],
    ['relay denied as Postfix does by itself', () => ({ relay: 'deferred 454' }), WITHOUT_LOG_ON, OUTSIDE,
      'DNS TCP GREETING EHLO TLS -AUTH MAIL_FROM !RCPT_TO', 'RELAY_DENIED', /^454 4\.7\.1 <guest@outside\.example>: Relay access denied$/],
    ['an unknown recipient', () => ({}), {}, 'nobody@example.com',
      'DNS TCP GREETING EHLO TLS AUTH MAIL_FROM !RCPT_TO', 'RECIPIENT_UNKNOWN', /^550 5\.1\.1 <nobody@example\.com>: .*User unknown/],
    ['a certificate that is not trusted', () => ({ tls: desk.certificates.strangerChain }), {}, 'anna@example.com',
      'DNS TCP GREETING EHLO !TLS', 'CERTIFICATE_SELF_SIGNED', NO_REPLY],
  ];
  test.each(FAULTS)('shows %s where it is, with the words of the server', async (_name, changes, settings, emailTestTo, expected, diagnosis, reply) => {
    await using postfix = await startPostfix(desk.submission(changes()));
    const accountId = await accountWith(desk.admin, settingsFor(postfix, settings));
    const { test: result } = await testAccount(desk.admin, accountId, { emailTestTo });
    expect(result).toMatchObject({ state: 'FAILED', messageId: null, diagnosis: { id: diagnosis } });
    expect(way(result)).toBe(expected);
    expect(result?.stages.at(-1)?.reply ?? '').toMatch(reply);
    expect(JSON.stringify(result)).not.toContain(LOG_ON.password);
  });
});
