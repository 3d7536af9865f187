import { parseConnectAllow } from '../../../src/doors/connect.js';
import { openResolver, parseDnsServers } from '../../../src/doors/resolver.js';
import type { Discovery, DiscoveryRequest } from '../../../src/probe/discovery/discover.js';
import { discover } from '../../../src/probe/discovery/discover.js';
import type { DnsServer } from '../../support/dns-server.js';
import type { WebServer } from './web-server.js';

export const DOMAIN = 'company.example';

/** Longer than any answer takes, and never waited for but where a server keeps silent. */
const PATIENT = { placeMs: 20_000, allMs: 20_000 };

/** Looks up {@link DOMAIN} by these servers, the web one opened by the allow-list. */
export const lookUp = async (dns: DnsServer, web: WebServer | null, change: Partial<DiscoveryRequest> = {}): Promise<Discovery> => {
  const dnsServers = parseDnsServers(dns.address);
  const { allow } = parseConnectAllow(web === null ? '' : `127.0.0.1:${web.port}`);
  return await discover({
    subject: { domain: DOMAIN, address: `erp@${DOMAIN}` }, reach: 'on', resolver: openResolver(dnsServers), policy: { allow, dnsServers }, signal: new AbortController().signal, limits: PATIENT,
    ...(web === null ? {} : { httpsPort: web.port }), ...change,
  });
};

/** What became of the places of one source, as `OUTCOME message`. */
export const outcomesOf = ({ sources }: Discovery, source: string): string[] =>
  sources.filter((report) => report.source === source).map(({ outcome, message }) => `${outcome} ${message}`);
