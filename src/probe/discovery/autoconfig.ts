import type { OutgoingServer } from '../../domain/discovery/autoconfig.js';
import { autoconfigFinding, STAND_IN_LOCAL_PART } from '../../domain/discovery/autoconfig.js';
import type { Finding } from '../../domain/discovery/proposal.js';
import { finding } from '../../domain/discovery/proposal.js';
import type { DiscoverySubject } from '../../domain/discovery/subject.js';
import type { ConnectPolicy } from '../../doors/connect.js';
import { AnswerRefused, httpsGet } from '../../doors/https-get.js';
import { NoConfigFile, readConfigFile } from './config-file.js';

/** A place where a configuration file may lie. */
export interface ConfigPlace { readonly host: string; readonly path: string }

/** Mozilla's database of providers: what Thunderbird asks (https://wiki.mozilla.org/Thunderbird:Autoconfiguration). */
const ISPDB_HOST = 'autoconfig.thunderbird.net';

/** Real files have a few kilobytes. */
const FILE_BYTES_MAX = 65_536;

/**
 * The places of a domain, in Thunderbird's order. The local part of an address is told to nobody: a domain's own server, which
 * may write it into its answer, hears of its postmaster, and the database hears of the domain alone.
 */
export const configPlaces = ({ domain }: DiscoverySubject): ConfigPlace[] => [
  { host: `autoconfig.${domain}`, path: `/mail/config-v1.1.xml?emailaddress=${STAND_IN_LOCAL_PART}%40${domain}` },
  { host: domain, path: '/.well-known/autoconfig/mail/config-v1.1.xml' },
  { host: ISPDB_HOST, path: `/v1.1/${domain}` },
];

const read = (body: string, place: string): OutgoingServer[] => {
  try {
    return readConfigFile(body);
  } catch (error) {
    if (error instanceof NoConfigFile) throw new AnswerRefused(`what ${place} answers is no configuration file: ${error.message}`);
    throw error;
  }
};

/** How a place is asked. */
export interface ConfigFetch { readonly policy: ConnectPolicy; readonly signal: AbortSignal; readonly port?: number }

/** Asks one place. That it has no file is a finding; throws what {@link httpsGet} throws, and AnswerRefused for what is no file. */
export const askConfigPlace = async ({ host, path }: ConfigPlace, subject: DiscoverySubject, fetch: ConfigFetch): Promise<Finding> => {
  const { status, body } = await httpsGet({ host, path, bytesMax: FILE_BYTES_MAX, ...fetch });
  if (status === 404 || status === 410) return finding('AUTOCONFIG', [], `${host} has no configuration file for mail programs.`);
  if (status >= 300 && status < 400) throw new AnswerRefused(`${host} sends elsewhere (status ${status}), where it is not followed`);
  if (status !== 200) throw new AnswerRefused(`${host} answers with status ${status}`);
  return autoconfigFinding(read(body, host), subject, host);
};
