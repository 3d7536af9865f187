import { describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { HealthState, Look } from '../../src/domain/health.js';
import { AccountHealth, judgeLook, networkPart } from '../../src/domain/health.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const diagnosis = (verdict: Diagnosis['verdict']): Diagnosis => ({
  id: 'X', category: 'SERVER', verdict, scope: 'ACCOUNT', cause: 'It is broken.', remedy: [], link: null, guide: null, catalogued: true,
});
const fresh = (): AccountHealth => new AccountHealth({ accountId: 'a', since: NOW, nextCheckAt: NOW });
const look = (changes: Partial<Look> = {}): Look => ({ at: NOW, fault: null, certificateUntil: null, secretExpiresOn: null, networks: [], byFallback: 0, ...changes });
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

  test('a secret is warned of by its day', () => {
    const { health, alerts } = judgeLook(fresh(), look({ secretExpiresOn: '2026-12-03' }));
    expect([health.state, health.warnings, alerts]).toMatchObject(['WARNING', [{ kind: 'SECRET_EXPIRES', message: 'The client secret expires in 7 days.' }], [{ kind: 'SECRET_EXPIRES' }]]);
  });
});

test('a name that leads to another network is warned of until the next look, addresses within one are not', () => {
  const at = (...networks: string[]): Look => look({ networks });
  expect(follow([at('192.0.2.0/24'), at('192.0.2.0/24', '198.51.100.0/24'), at('203.0.113.0/24'), at('203.0.113.0/24')]).states).toEqual(['OK', 'OK', 'WARNING', 'OK']);
  expect(['192.0.2.77', '2001:db8:1:2::3'].map(networkPart)).toEqual(['192.0.2.0/24', '2001:db8:1::/48']);
});

test('a fallback that carries emails is told once, while it does', () => {
  const by = (byFallback: number): Look => look({ byFallback });
  expect(follow([by(0), by(3), by(5), by(0), by(1)])).toEqual({
    states: ['OK', 'WARNING', 'WARNING', 'OK', 'WARNING'], alerts: ['FALLBACK_HIDES_FAULT', 'FALLBACK_HIDES_FAULT'],
  });
});
