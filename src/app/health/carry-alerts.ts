import { createHmac } from 'node:crypto';
import type { Alert } from '../../domain/alert.js';
import { alertSubject } from '../../domain/alert.js';
import { checkedFetch } from '../../doors/checked-fetch.js';
import { forgetAlerts, noteAlert, pendingAlerts } from '../../storage/alert.store.js';
import type { House } from '../house.js';
import { mailAlert } from './mail-alert.js';

const AT_MOST = 50;
const KEPT_MS = 90 * 86_400_000;
const LIMIT_MS = 10_000;
/** Less than the lease lasts, also where the address answers none in time; the rest is told in the next round. */
const ROUND_MS = 60_000;
const ANSWER_BYTES_MAX = 65_536;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** More than a day of trying. */
const TRIES_MAX = 30;

const bodyOf = ({ id, kind, accountId, accountNumber, accountName, message, at }: Alert): string => JSON.stringify({
  id, kind, subject: alertSubject({ kind, accountNumber, accountName } as Alert), message, at: new Date(at).toISOString(),
  account: { id: accountId, number: accountNumber, name: accountName },
});

/** Whether the company's address took it. */
const post = async (house: House, url: URL, alert: Alert, signal: AbortSignal): Promise<boolean> => {
  const { alertSecret, connectPolicy } = house.config;
  const body = bodyOf(alert);
  const signature = alertSecret === null ? {} : { 'x-postroom-signature': `sha256=${createHmac('sha256', alertSecret).update(body).digest('hex')}` };
  try {
    const { status } = await checkedFetch(url.href, {
      method: 'POST', headers: { 'content-type': 'application/json', ...signature }, body, signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
    }, connectPolicy, ANSWER_BYTES_MAX);
    if (status >= 200 && status < 300) return true;
    house.log.warn({ alertId: alert.id, status }, 'The address for alerts did not take one');
  } catch (error) {
    house.log.warn({ alertId: alert.id, err: error }, 'The address for alerts was not reached');
  }
  return false;
};

const postOne = async (house: House, alert: Alert, signal: AbortSignal): Promise<Pick<Alert, 'postedAt' | 'postTries' | 'nextPostAt'>> => {
  const { postTries, nextPostAt } = alert;
  const { alertUrl } = house.config;
  const now = house.now();
  if (alertUrl === null) return { postedAt: now, postTries, nextPostAt };
  if (nextPostAt > now) return { postedAt: null, postTries, nextPostAt };
  if (await post(house, alertUrl, alert, signal)) return { postedAt: house.now(), postTries: postTries + 1, nextPostAt };
  const givenUp = postTries + 1 >= TRIES_MAX;
  if (givenUp) house.log.error({ alertId: alert.id }, 'An alert was given up: the address for alerts never took it');
  return { postedAt: givenUp ? now : null, postTries: postTries + 1, nextPostAt: now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** postTries) };
};

/**
 * Tells what is to be told: an email through another account, and the company's address, each by itself, for an alert about broken
 * mail must not depend on mail. What was told is noted after it, so that a crash tells something twice rather than not at all; the
 * email is sent once all the same, by its idempotency key, and the address can know a repetition by `id`.
 */
export const carryAlerts = async (house: House, signal: AbortSignal): Promise<void> => {
  const { storage } = house;
  const begunAt = house.now();
  for (const alert of await pendingAlerts(storage.read(), begunAt, AT_MOST)) {
    if (signal.aborted || house.now() - begunAt > ROUND_MS) return;
    if (alert.mailedAt === null) await mailAlert(house, alert);
    const mailedAt = alert.mailedAt ?? house.now();
    const posted = alert.postedAt === null ? await postOne(house, alert, signal) : { postedAt: alert.postedAt };
    await storage.transaction(async (session) => await noteAlert(session, alert, { mailedAt, ...posted, done: posted.postedAt !== null }));
  }
  await storage.transaction(async (session) => await forgetAlerts(session, house.now() - KEPT_MS));
};
