import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import type { DmarcFacts } from '../../domain/sender-domain/facts.js';
import { inWords, saysNone, type Questions } from './questions.js';

/** Domains that mail may be aligned by; null where it is not. */
export interface Aligning { readonly spfDomain: string | null; readonly dkimDomains: readonly string[] }

type Ask = NonNullable<Parameters<typeof evaluateDmarc>[0]['resolver']>;

/** The library says only that it failed; why is remembered here. */
const listen = (questions: Questions): { readonly ask: Ask; why: () => unknown } => {
  let failed: unknown = null;
  const ask: Ask = async (name, type) => {
    try {
      return await questions.ask(name, type) as string[][] | string[];
    } catch (error) {
      if (!saysNone(error)) failed ??= error;
      throw error;
    }
  };
  return { ask, why: () => failed };
};

/** The organisational domain by the DNS Tree Walk (RFC 9989 section 4.10.2); null where that cannot be told. */
export const organisationalDomain = async (questions: Questions, domain: string): Promise<string | null> => {
  const { response } = await evaluateDmarc({ headerFrom: domain, resolver: listen(questions).ask });
  return response === false || response.status.result === 'temperror' ? null : response.domain ?? null;
};

const ownRecords = async (questions: Questions, domain: string): Promise<readonly string[]> => {
  try {
    return (await questions.texts(`_dmarc.${domain}`)).filter((text) => /^\s*v\s*=\s*DMARC1/i.test(text));
  } catch (error) {
    if (saysNone(error)) return [];
    throw error;
  }
};

/** Finds the policy that applies to a From domain, and what aligns with it (RFC 9989). */
export const gatherDmarc = async (questions: Questions, domain: string, { spfDomain, dkimDomains }: Aligning): Promise<DmarcFacts> => {
  const unread = { ownRecords: [], record: null, recordDomain: null, policy: null, strictDkim: false, alignedBy: [] };
  try {
    const { ask, why } = listen(questions);
    const own = await ownRecords(questions, domain);
    const { response } = await evaluateDmarc({
      headerFrom: domain, resolver: ask, spfDomains: spfDomain === null ? [] : [spfDomain], dkimDomains: dkimDomains.map((signer) => ({ domain: signer })),
    });
    if (response === false) return { ...unread, error: 'the domain is none that DMARC knows' };
    if (response.status.result === 'temperror') return { ...unread, error: inWords(why()) };
    // Where there is no record the library leaves these out, whatever its types say.
    const { rr, policy, policyDomain, alignment }: Partial<typeof response> = response;
    const alignedBy = [alignment?.spf.result === undefined ? [] : ['SPF' as const], alignment?.dkim.result === undefined ? [] : ['DKIM' as const]].flat();
    return {
      error: null, ownRecords: own, record: rr ?? null, recordDomain: policyDomain ?? null, policy: policy ?? null, strictDkim: alignment?.dkim.strict ?? false, alignedBy,
    };
  } catch (error) {
    return { ...unread, error: inWords(error) };
  }
};
