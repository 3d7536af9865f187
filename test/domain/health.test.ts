import { describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import type { HealthFault, HealthState, Look } from '../../src/domain/health.js';
import { AccountHealth, notAsked } from '../../src/domain/health.js';
import { judgeLook } from '../../src/domain/judge-look.js';
import { secretDaysLeft } from '../../src/domain/oauth-settings.js';
import { providerNetworkOf } from '../../src/domain/network.js';
import type { Stage } from '../../src/domain/stage.js';
import { afterPost, standingFault } from '../../src/domain/standing-fault.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const diagnosis = (verdict: Diagnosis['verdict']): Diagnosis => ({
  id: 'X', category: 'SERVER', verdict, scope: 'ACCOUNT', cause: 'It is broken.', remedy: [], link: null, guide: null, catalogued: true,
});
const fresh = (): AccountHealth => new AccountHealth({ accountId: 'a', since: NOW, nextCheckAt: NOW });
const look = (changes: Partial<Look> = {}): Look => ({
  at: NOW, fault: null, standing: null, reached: 'MAIL_FROM', asked: true, certificateUntil: null, secretExpiresOn: null, networks: [], byFallback: 0, ...changes,
});
const failed = (verdict: Diagnosis['verdict'], at = NOW): Look => look({ at, fault: { stage: 'AUTH', diagnosis: diagnosis(verdict) } });

/** States and alerts of looks one after another. */
const follow = (looks: readonly Look[]): { states: HealthState[]; alerts: string[] } => {
  let health = fresh();
  const [states, alerts]: [HealthState[], string[]] = [[], []];
  for (const one of looks) {
    const judged = judgeLook(health, one);
    health = judged.health;
    states.push(health.state);
    alerts.push(...judged.alerts.map(({ kind }) => kind));
  }
  return { states, alerts };
};

describe('faults', () => {
  test.each<[string, Look[], HealthState[], string[]]>([
    ['that pass, once', [failed('BACKOFF'), look()], ['WARNING', 'OK'], []],
    ['that pass, twice in a row', [failed('BACKOFF'), failed('BACKOFF'), look()], ['WARNING', 'FAILING', 'OK'], ['STARTED_FAILING', 'RECOVERED']],
    ['that pass, with a good look between', [failed('BACKOFF'), look(), failed('BACKOFF')], ['WARNING', 'OK', 'WARNING'], []],
    ['that somebody has to mend', [failed('PARK'), failed('PARK'), look()], ['FAILING', 'FAILING', 'OK'], ['STARTED_FAILING', 'RECOVERED']],
    ['after which one that passes by itself is met', [failed('PARK'), failed('BACKOFF'), look()], ['FAILING', 'FAILING', 'OK'], ['STARTED_FAILING', 'RECOVERED']],
    ['after which it fails anew', [failed('PARK'), look(), failed('PARK')], ['FAILING', 'OK', 'FAILING'], ['STARTED_FAILING', 'RECOVERED', 'STARTED_FAILING']],
  ])('%s', (_name, looks, states, alerts) => {
    expect(follow(looks)).toEqual({ states, alerts });
  });

  test('keep the time since when they are there', () => {
    const first = judgeLook(fresh(), failed('PARK', NOW)).health;
    expect(judgeLook(first, failed('PARK', NOW + DAY)).health).toMatchObject({ state: 'FAILING', since: NOW, checkedAt: NOW + DAY });
  });
});

describe('certificates and client secrets', () => {
  const days = (left: number): Partial<Look> => ({ certificateUntil: NOW + left * DAY });
  test('are warned of at each step once, and no more when they were renewed', () => {
    const looks = [40, 30, 29, 14, 10, 7, 1, 0.5, -1, 90, 30].map((left) => look(days(left)));
    expect(follow(looks)).toEqual({
      states: ['OK', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'OK', 'WARNING'],
      alerts: ['CERTIFICATE_EXPIRES', 'CERTIFICATE_EXPIRES', 'CERTIFICATE_EXPIRES', 'CERTIFICATE_EXPIRES', 'CERTIFICATE_EXPIRES'],
    });
  });

  test('a look that saw none does not begin the steps anew', () => {
    expect(follow([look(days(20)), failed('BACKOFF'), look(days(19))]).alerts).toEqual(['CERTIFICATE_EXPIRES']);
  });

  test.each([[8, 'expires in 8 days', 14], [7, 'expires in 7 days', 7], [1, 'expires tomorrow', 1], [0, 'expires at the end of today (UTC)', 1], [-1, 'has expired', 1]])('a secret with %d days left is said to be as the API counts', (days, words, step) => {
    for (const hour of [0, 12, 23.9]) {
      const at = NOW + hour * 3_600_000;
      const day = new Date(NOW + days * DAY).toISOString().slice(0, 10);
      const { health } = judgeLook(fresh(), look({ at, secretExpiresOn: day }));
      expect([health.secretStep, health.warnings.map(({ message }) => message), secretDaysLeft(day, at)]).toEqual([step, [`The client secret ${words}.`], days]);
    }
  });

  test('a secret is warned of by its day', () => {
    const { health, alerts } = judgeLook(fresh(), look({ secretExpiresOn: '2026-12-03' }));
    expect([health.state, health.warnings, alerts]).toMatchObject(['WARNING', [{ kind: 'SECRET_EXPIRES', message: 'The client secret expires in 7 days.' }], [{ kind: 'SECRET_EXPIRES' }]]);
  });
});

describe('a name that leads elsewhere', () => {
  const at = (days: number, ...networks: string[]): Look => look({ at: NOW + days * DAY, networks });
  test('is warned of for three days, once', () => {
    const looks = [at(0, '192.0.2.0/24'), at(1, '192.0.2.0/24', '198.51.100.0/24'), at(2, '203.0.113.0/24'), at(3, '203.0.113.0/24'), at(4.9, '203.0.113.0/24'), at(5, '203.0.113.0/24')];
    expect(follow(looks).states).toEqual(['OK', 'OK', 'WARNING', 'WARNING', 'WARNING', 'OK']);
  });

  test('and back is no news: a large provider answers with some of its networks each time', () => {
    const looks = [at(0, '192.0.2.0/24', '198.51.100.0/24'), at(1, '198.51.100.0/24', '203.0.113.0/24'), at(2, '192.0.2.0/24')];
    expect(follow(looks).states).toEqual(['OK', 'OK', 'OK']);
  });

  test('however many networks there are, so many are remembered, the latest', () => {
    const many = Array.from({ length: 100 }, (_, one) => `10.0.${one}.0/24`);
    const { networks } = judgeLook(judgeLook(fresh(), at(0, ...many)).health, at(1, '192.0.2.0/24', '10.0.0.0/24')).health;
    expect([networks.length, networks.slice(0, 3)]).toEqual([64, ['192.0.2.0/24', '10.0.0.0/24', '10.0.1.0/24']]);
  });

  test.each([
    ['192.0.2.77', '192.0.2.0/24'], ['2001:db8:1:2::3', '2001:db8:1::/48'], ['2001:db8::1', '2001:db8:0::/48'], ['::1', '0:0:0::/48'],
  ])('%s is in %s', (address, network) => {
    expect(providerNetworkOf(address)).toBe(network);
  });
});

describe('a fault that somebody has to mend', () => {
  const fault = (stage: Stage): HealthFault => ({ stage, diagnosis: diagnosis('PARK') });
  const running = { pauseReason: null, pauseDiagnosisId: null };
  const known = (stage: Stage): AccountHealth => judgeLook(fresh(), look({ fault: fault(stage), reached: null })).health;

  test.each<[Stage, Stage | null, boolean]>([
    ['AUTH', null, true], ['AUTH', 'TLS', true], ['AUTH', 'MAIL_FROM', false], ['RCPT_TO', 'MAIL_FROM', true], ['RELAY', 'RCPT_TO', true],
    ['RELAY', 'AFTER_DATA', false], ['AFTER_DATA', 'RELAY', true], ['PROVIDER_API', 'PROVIDER_API', false],
  ])('at %s, where a conversation came as far as %s, stands: %s', (stage, reached, stands) => {
    expect(standingFault(known(stage), running, reached) !== null).toBe(stands);
  });

  test('stands while delivery has paused the account for it, whatever a dry run passed', () => {
    const paused = { pauseReason: 'FAULT', pauseDiagnosisId: 'X' } as const;
    expect(standingFault(known('RCPT_TO'), paused, 'RELAY')).toEqual(fault('RCPT_TO'));
    expect(standingFault(fresh(), { ...paused, pauseDiagnosisId: 'OTHER' }, null)).toMatchObject({ stage: 'AUTH', diagnosis: { id: 'OTHER', verdict: 'PARK' } });
  });

  test('is none where it passes by itself, or somebody did something about it since', () => {
    expect(standingFault(judgeLook(fresh(), failed('BACKOFF')).health, running, null)).toBeNull();
    expect(standingFault(Object.assign(known('AUTH'), afterPost(known('AUTH'), BLANK_SETTINGS, BLANK_SETTINGS, false)), running, null)).toBeNull();
  });

  test('keeps the account failing where a look passed before it, and tells of nothing', () => {
    const { health, alerts } = judgeLook(known('RELAY'), look({ at: NOW + DAY, standing: fault('RELAY'), certificateUntil: NOW + 90 * DAY }));
    expect([health.state, health.stage, health.checkedAt, health.failures, alerts]).toEqual(['FAILING', 'RELAY', NOW + DAY, 2, []]);
  });

  test('is not forgotten for one that passes by itself, which is warned of beside it', () => {
    const { health } = judgeLook(known('AUTH'), look({ standing: fault('AUTH'), reached: null, fault: { stage: 'TCP', diagnosis: diagnosis('BACKOFF') } }));
    expect([health.state, health.stage, health.warnings]).toMatchObject(['FAILING', 'AUTH', [{ kind: 'PASSING_FAULT' }]]);
  });

  test('is no look of its own where the server was not asked', () => {
    const { health } = judgeLook(known('AUTH'), { ...look({ at: NOW + DAY }), ...notAsked(fault('AUTH')) });
    expect([health.state, health.checkedAt, health.failures]).toEqual(['FAILING', NOW, 1]);
  });

  test('is not over because another fault follows a post: it is said to have recovered when it has', () => {
    const posted = Object.assign(known('AUTH'), afterPost(known('AUTH'), BLANK_SETTINGS, BLANK_SETTINGS, false));
    expect(judgeLook(posted, failed('BACKOFF', NOW + DAY))).toMatchObject({ health: { state: 'FAILING' }, alerts: [] });
  });
});

describe('a post', () => {
  const seen = judgeLook(judgeLook(fresh(), look({ networks: ['192.0.2.0/24'] })).health, look({
    networks: ['203.0.113.0/24'], certificateUntil: NOW + DAY, secretExpiresOn: '2026-12-01',
  })).health;
  const server = { ...BLANK_SETTINGS, server: 'mail.example.com', port: 587 };
  test('of another server forgets what was seen of the one before', () => {
    const kept = afterPost(seen, server, { ...server, port: 465 }, false);
    expect(kept).toMatchObject({ networks: [], certificateStep: null, warnings: [{ kind: 'SECRET_EXPIRES' }] });
    expect(kept).not.toHaveProperty('secretStep');
  });

  test('of another client secret, or another day of it, begins its warnings anew', () => {
    expect(afterPost(seen, server, server, true)).toEqual({ failures: 0, secretStep: null });
    expect(afterPost(seen, server, { ...server, oauthClientSecretExpiresOn: '2027-12-01' }, false)).toEqual({ failures: 0, secretStep: null });
    expect(afterPost(seen, server, { ...server, fromName: 'Billing' }, false)).toEqual({ failures: 0 });
  });
});

test('a fallback that carries emails is told once, while it does', () => {
  const by = (byFallback: number): Look => look({ byFallback });
  expect(follow([by(0), by(3), by(5), by(0), by(1)])).toEqual({
    states: ['OK', 'WARNING', 'WARNING', 'OK', 'WARNING'], alerts: ['FALLBACK_HIDES_FAULT', 'FALLBACK_HIDES_FAULT'],
  });
});
