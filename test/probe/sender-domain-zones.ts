import { generateKeyPairSync } from 'node:crypto';
import { checkSenderDomains, type SenderDomainRequest } from '../../src/probe/sender-domain/check.js';
import type { SenderCheck, SenderFinding } from '../../src/domain/sender-domain.js';
import { DnsServer, type Zone } from '../support/dns-server.js';

/** A DKIM key record with an RSA key of so many bits. */
export const dkimRecord = (bits = 2_048): string => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
};

export const KEY = dkimRecord();

/** What the providers publish, as far as it is walked through. */
export const PROVIDERS: Zone = {
  'spf.protection.outlook.com': { TXT: ['v=spf1 ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 -all'] },
  '_spf.google.com': { TXT: ['v=spf1 include:_netblocks.google.com ~all'] }, '_netblocks.google.com': { TXT: ['v=spf1 ip4:35.190.247.0/24 ~all'] },
  'mailgun.org': { TXT: ['v=spf1 ip4:198.61.254.0/24 ~all'] }, 'spf.messagingengine.com': { TXT: ['v=spf1 ip4:103.168.172.0/24 ?all'] },
  'sendgrid.net': { TXT: ['v=spf1 ip4:167.89.0.0/17 ~all'] }, 'amazonses.com': { TXT: ['v=spf1 ip4:199.255.192.0/22 -all'] },
  'smtp.office365.com': { A: ['192.0.2.65'] }, 'smtp-relay.gmail.com': { A: ['192.0.2.66'] },
};

/** A domain where mail, answers and policy are in order but for SPF and DKIM. */
export const SOUND: Zone = {
  'mx.example.com': { A: ['198.51.100.10'] }, '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@example.com'] },
  '25.113.0.203.in-addr.arpa': { PTR: ['mail.example.com'] }, 'mail.example.com': { A: ['203.0.113.25'] },
};

const MX = [[10, 'mx.example.com']] as const;

/** The zone of example.com: sound, with this SPF and these keys by selector, and changes laid over. */
export const zoneWith = (spf: readonly string[], keys: Readonly<Record<string, string>> = {}, changes: Zone = {}): Zone => ({
  ...PROVIDERS, ...SOUND, 'example.com': { A: ['198.51.100.11'], MX, TXT: ['some-verification=1', ...spf] },
  ...Object.fromEntries(Object.entries(keys).map(([selector, key]) => [`${selector}._domainkey.example.com`, { TXT: [key] }])),
  ...changes,
});

type SmtpGate = Extract<SenderDomainRequest['gate'], { kind: 'SMTP' }>;

/** A server, logged on to on port 587 if nothing else is said. */
export const gateAt = (server: string, port = 587, authentication: SmtpGate['authentication'] = port === 25 ? 'NONE' : 'PASSWORD'): SmtpGate =>
  ({ kind: 'SMTP', server, port, authentication, sandbox: false });

export const MICROSOFT365 = gateAt('smtp.office365.com');
export const GOOGLE = gateAt('smtp-relay.gmail.com');
export const SENDGRID: SenderDomainRequest['gate'] = { kind: 'SENDGRID' };
export const OWN = gateAt('10.0.0.25', 25);

export interface Checked {
  readonly findings: readonly SenderFinding[];
  readonly lookups: number;
  /** Such as `SPF PASSED`, a line each. */
  readonly outcomes: readonly string[];
  readonly of: (check: SenderCheck) => SenderFinding;
}

/** Checks example.com, if nothing else is said, in a zone. */
export const check = async (zone: Zone, changes: Partial<SenderDomainRequest> = {}): Promise<Checked> => {
  await using server = await DnsServer.start(zone);
  const [result] = await checkSenderDomains({
    domains: ['example.com'], gate: MICROSOFT365, dkimSelectors: [], dnsServers: [server.address], publicAddress: '203.0.113.25', limitSeconds: 20,
    now: () => 0, ...changes,
  });
  const findings = result?.findings ?? [];
  return {
    findings, lookups: result?.lookups ?? 0, outcomes: findings.map((one) => `${one.check} ${one.outcome}`),
    of: (wanted) => {
      const finding = findings.find((one) => one.check === wanted);
      if (finding === undefined) throw new Error(`No finding of ${wanted}`);
      return finding;
    },
  };
};

/** The records that a finding says to publish. */
export const commandsOf = ({ remedy }: SenderFinding): (string | null)[] => remedy.map(({ command }) => command);
