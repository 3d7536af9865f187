import type { promises as dns } from 'node:dns';
import type { Finding } from '../../domain/discovery/proposal.js';
import { mxFinding } from '../../domain/discovery/mx.js';
import type { SubmissionRecord } from '../../domain/discovery/srv.js';
import { srvFinding } from '../../domain/discovery/srv.js';
import type { DiscoverySubject } from '../../domain/discovery/subject.js';

/** What is asked of DNS; `dns.promises.Resolver` is one. */
export type RecordResolver = Pick<dns.Resolver, 'resolveSrv' | 'resolveMx' | 'cancel'>;

/** The records, or none where DNS says so; every other failure stays one. */
const orNone = async <T>(asked: Promise<T[]>): Promise<T[]> => {
  try {
    return await asked;
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes(String(Object(error).code))) return [];
    throw error;
  }
};

const SERVICES: readonly SubmissionRecord['service'][] = ['_submissions', '_submission'];

/** Asks for the SRV records of both services of submission. Throws the resolver's error where either question fails. */
export const askSrv = async (resolver: RecordResolver, subject: DiscoverySubject): Promise<Finding> => {
  const records = await Promise.all(SERVICES.map(async (service) => (await orNone(resolver.resolveSrv(`${service}._tcp.${subject.domain}`)))
    .map(({ priority, weight, port, name }): SubmissionRecord => ({ service, priority, weight, port, target: name }))));
  return srvFinding(records.flat(), subject);
};

/** Asks for the MX records. Throws the resolver's error. */
export const askMx = async (resolver: RecordResolver, subject: DiscoverySubject): Promise<Finding> => {
  const records = await orNone(resolver.resolveMx(subject.domain));
  return mxFinding(records.map(({ priority, exchange }) => ({ preference: priority, exchanger: exchange })), subject);
};
