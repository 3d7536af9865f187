import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { readSubject } from '../../domain/discovery/subject.js';
import { refuse } from '../../domain/errors.js';
import { openResolver } from '../../doors/resolver.js';
import type { Discovery } from '../../probe/discovery/discover.js';
import { discover } from '../../probe/discovery/discover.js';
import type { Outcome } from '../change.js';
import { change, outcomeOf } from '../change.js';
import type { House } from '../house.js';
import { starterOf } from './test.js';

/**
 * Looks for the settings by which mail of an address or domain may be sent. Nothing is stored but an audit event, which names
 * the domain, and is written before anybody is asked: what cannot be written down is not asked. Throws RATE_LIMITED, counted together with tests:
 * it asks outside for names of the caller's choosing.
 */
export const discoverSmtpSettings = async (house: House, caller: SignedInCaller, addressOrDomain: string): Promise<Outcome<Discovery>> => await outcomeOf(async () => {
  const subject = readSubject(addressOrDomain);
  if ('fault' in subject) return refuse('INVALID', ['addressOrDomain'], subject.fault);
  const { discovery: reach, dnsServers, connectPolicy: policy } = house.config;
  return await house.tests.lookUp(starterOf(caller), 1, async (signal) => {
    await change(house, caller, async (desk) => {
      desk.audit('SETTINGS_LOOKED_UP', { type: 'SMTP_ACCOUNT', id: null, name: subject.domain }, changesBetween({}, { reach }));
    });
    return await discover({ subject, reach, resolver: openResolver(dnsServers), policy, signal });
  });
});
