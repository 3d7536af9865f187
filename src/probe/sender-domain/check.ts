import { dkimSigns, usableKeys } from '../../domain/sender-domain/dkim.js';
import type { Leaving, SenderDomainFacts } from '../../domain/sender-domain/facts.js';
import { spfPasses } from '../../domain/sender-domain/spf-passes.js';
import { judgeSenderDomain, type SenderDomainCheck } from '../../domain/sender-domain.js';
import { openResolver, type Resolver } from '../../doors/resolver.js';
import { gatherDkim } from './dkim.js';
import { gatherDmarc, organisationalDomain } from './dmarc.js';
import { leavingBy, type Gate } from './leaving.js';
import { gatherMailExchange } from './mail-exchange.js';
import { Questions } from './questions.js';
import { gatherReverseName } from './reverse-name.js';
import { gatherSpf } from './spf.js';

export type { Gate } from './leaving.js';

/** What to check: From domains in A-label form, for mail that is handed over at the gate. */
export interface SenderDomainRequest {
  readonly domains: readonly string[];
  readonly gate: Gate;
  /** Selectors of DKIM keys; empty: the usual ones. */
  readonly dkimSelectors: readonly string[];
  readonly dnsServers: readonly string[] | null;
  readonly publicAddress: string | null;
  /** For all domains together; what is not answered by then is UNKNOWN. */
  readonly limitSeconds: number;
  readonly now: () => number;
  /** Ends it before its time, with the same. */
  readonly signal?: AbortSignal;
}

/** Domains that are checked side by side, so that a resolver is not flooded. */
const AT_ONCE = 4;

const gather = async (domain: string, request: SenderDomainRequest, leaving: Leaving, questions: Questions): Promise<SenderDomainFacts> => {
  const [spf, dkim, mx, reverse] = await Promise.all([
    gatherSpf(questions, domain, leaving),
    gatherDkim(questions, domain, leaving, request.dkimSelectors, async () => await organisationalDomain(questions, domain)),
    gatherMailExchange(questions, domain),
    Promise.all(leaving.certain ? leaving.addresses.map(async (address) => await gatherReverseName(questions, address)) : []),
  ]);
  const dmarc = await gatherDmarc(questions, domain, {
    spfDomain: spfPasses({ spf, leaving }) === true ? domain : null,
    dkimDomains: dkimSigns({ dkim, leaving }) === true ? [...new Set(usableKeys(dkim).map((key) => key.domain))] : [],
  });
  return { domain, leaving, spf, dkim, dmarc, mx, reverse };
};

/** Runs work over all domains, some at a time, and keeps their order. */
const overAll = async <T>(domains: readonly string[], work: (domain: string) => Promise<T>): Promise<T[]> => {
  const waiting = [...domains.entries()];
  const results: T[] = [];
  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return results;
};

/**
 * Checks From domains by DNS alone: SPF, DKIM, DMARC, MX, and reverse names where mail leaves from an address of the
 * house. Sends nothing to anybody's server. Never throws for what zones say; ends within the limit of time, or with the signal.
 */
export const checkSenderDomains = async (request: SenderDomainRequest): Promise<readonly SenderDomainCheck[]> => {
  const over = new AbortController();
  const resolvers: Resolver[] = [];
  const newQuestions = (): Questions => {
    const resolver = openResolver(request.dnsServers);
    resolvers.push(resolver);
    return new Questions(resolver, over.signal);
  };
  const end = (): void => {
    over.abort();
    for (const resolver of resolvers) resolver.cancel();
  };
  const timer = setTimeout(end, request.limitSeconds * 1_000);
  request.signal?.addEventListener('abort', end, { once: true });
  if (request.signal?.aborted === true) end();
  try {
    const leaving = await leavingBy(request.gate, newQuestions(), { ...request, signal: over.signal });
    return await overAll(request.domains, async (domain) => {
      const questions = newQuestions();
      const facts = await gather(domain, request, leaving, questions);
      return { domain, checkedAt: request.now(), findings: judgeSenderDomain(facts), lookups: questions.count };
    });
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', end);
  }
};
