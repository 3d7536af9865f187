import { domainOf } from '../domain/address.js';
import { asciiDomain } from '../domain/domain-name.js';
import { openResolver } from '../doors/resolver.js';
import { aliasesOf } from './aliases.js';
import type { ProbeRequest } from './request.js';

/** A conversation that went well is over as soon as this; what is not there by then is left out. */
const AFTER_SUCCESS_MS = 10;
/** A diagnosis is worth waiting a moment for: it may depend on whose server the name leads to. */
const AFTER_FAILURE_MS = 500;

const SHOWN_MAX = 5;

const inWords = (names: readonly string[]): string =>
  `${names.slice(0, SHOWN_MAX).join(', ')}${names.length > SHOWN_MAX ? ` and ${names.length - SHOWN_MAX} more` : ''}`;

const within = async (work: Promise<unknown>, limitMs: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  await Promise.race([work, promise]);
  clearTimeout(timer);
};

/**
 * What DNS tells beside the server's addresses: the names that its name is an alias of, and the MX of the From domain.
 * It is asked beside the conversation and holds up none; what fails is left out.
 */
export class Surroundings {
  aliases: readonly string[] = [];
  #exchanges: string | null = null;
  readonly #server: string;
  readonly #aliasesFound: Promise<void>;
  readonly #exchangesFound: Promise<void>;

  private constructor(request: ProbeRequest, server: string, resources: DisposableStack) {
    const resolver = openResolver(request.policy.dnsServers);
    resources.defer(() => resolver.cancel());
    this.#server = server;
    this.#aliasesFound = this.#findAliases({ names: async (name) => await resolver.resolveCname(name) });
    this.#exchangesFound = this.#findExchanges(request.from.address, async (domain) => await resolver.resolveMx(domain));
  }

  /** Begins to ask. */
  static lookAround(request: ProbeRequest, server: string, resources: DisposableStack): Surroundings {
    return new Surroundings(request, server, resources);
  }

  /** What came, for a person; null where nothing did. Waits a moment for what is still to come. */
  async words(passed: boolean): Promise<string | null> {
    if (passed) await within(Promise.all([this.#aliasesFound, this.#exchangesFound]), AFTER_SUCCESS_MS);
    else await within(this.#aliasesFound, AFTER_FAILURE_MS);
    const aliases = this.aliases.length === 0 ? null : `${this.#server} is an alias of ${inWords(this.aliases)}`;
    return [aliases, this.#exchanges].filter((words) => words !== null).join('; ') || null;
  }

  async #findAliases(questions: Parameters<typeof aliasesOf>[1]): Promise<void> {
    this.aliases = await aliasesOf(this.#server, questions);
  }

  async #findExchanges(from: string, resolveMx: (domain: string) => Promise<{ exchange: string; priority: number }[]>): Promise<void> {
    const domain = asciiDomain(domainOf(from));
    if (domain === null) return;
    const found = await resolveMx(domain).catch(() => []);
    const names = found.toSorted((one, other) => one.priority - other.priority).map(({ exchange }) => exchange || '.');
    if (names.length > 0) this.#exchanges = `MX of ${domain}: ${inWords(names)}`;
  }
}
