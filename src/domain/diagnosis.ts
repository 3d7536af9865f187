import { readClues, type Clues } from './diagnosis/clues.js';
import { enhancedCodeRules } from './diagnosis/enhanced-codes.js';
import { exchangeFlowRules } from './diagnosis/exchange-flow.js';
import { exchangeRules } from './diagnosis/exchange.js';
import { fillStep, fillText, type Blanks } from './diagnosis/fill.js';
import { genericRules, httpRules, unexpectedReplyRule } from './diagnosis/generic.js';
import { googleRelayRules } from './diagnosis/google-relay.js';
import { googleRules } from './diagnosis/google.js';
import { mailEnableBounceRules, mailEnableRules } from './diagnosis/mailenable.js';
import { matches } from './diagnosis/match.js';
import { microsoft365RelayRules } from './diagnosis/microsoft365-relay.js';
import { microsoft365Rules } from './diagnosis/microsoft365.js';
import {
  googleTokenRefusedRules, microsoftOauthRules, oauthRules, tokenNotOfferedRules, tokenRules,
} from './diagnosis/oauth.js';
import { otherServerRules, relayTextRules } from './diagnosis/other-servers.js';
import { postfixFlowRules, postfixRules } from './diagnosis/postfix.js';
import { recipientTextRules } from './diagnosis/recipient-texts.js';
import { sendGridRules } from './diagnosis/sendgrid.js';
import { sesRules } from './diagnosis/ses.js';
import { tlsRules } from './diagnosis/tls.js';
import { leftoverErrorRules, outcomeRules, transportRules } from './diagnosis/transport.js';
import type { Diagnosis, Provider, Rule } from './diagnosis/vocabulary.js';
import { guideFor } from './relaying.js';
import type { Evidence } from './stage.js';

export { detectProvider } from './diagnosis/provider.js';
export { queuedMail } from './diagnosis/queued-mail.js';
export { retryHintSeconds } from './diagnosis/retry-hint.js';
export { unknownReplyOf, type UnknownReply } from './diagnosis/unknown-reply.js';
export {
  CATEGORIES, PROVIDERS, SCOPES, VERDICTS,
  type Category, type Diagnosis, type Provider, type RemedyStep, type Scope, type Verdict,
} from './diagnosis/vocabulary.js';

/** What is known besides the evidence, to make the remedy exact. */
export interface DiagnosisFacts {
  readonly user?: string | null;
  readonly from?: string | null;
  readonly ehloName?: string | null;
  /** The application that logs on by OAuth 2.0: its client id, or the address of its service account. */
  readonly clientId?: string | null;
  /** The address from which the server sees Postroom's connections. */
  readonly publicAddress?: string | null;
}

const microsoft365 = [...microsoft365Rules, ...microsoft365RelayRules, ...microsoftOauthRules];
const exchange = [...exchangeRules, ...exchangeFlowRules];
const google = [...googleTokenRefusedRules, ...googleRelayRules, ...googleRules, ...oauthRules];
const postfix = [...postfixRules, ...postfixFlowRules];

/** Whose table is read first. Microsoft 365 is Exchange behind its own front: its words follow its own. */
const OWN_TABLES: Record<Provider, readonly Rule[]> = {
  MICROSOFT365: [...microsoft365, ...exchange],
  EXCHANGE: [...exchange, ...microsoft365],
  GOOGLE: google,
  SENDGRID: sendGridRules,
  SES: sesRules,
  MAILENABLE: mailEnableRules,
  POSTFIX: postfix,
  EXIM: otherServerRules,
  SENDMAIL: otherServerRules,
  QMAIL: otherServerRules,
  HMAILSERVER: otherServerRules,
  IIS: otherServerRules,
  DOMINO: otherServerRules,
  OPENSMTPD: otherServerRules,
  UNKNOWN: [],
};

/** Others' tables would read the words of a refused token as those of a wrong password. */
const refusedTokens = oauthRules.filter(({ id }) => id === 'OAUTH_TOKEN_REFUSED');

/** The narrowest wording first: Postfix's and the shared texts are short, and would take others' sentences. */
const EVERY_TABLE: readonly Rule[] = [
  ...microsoft365, ...refusedTokens, ...sendGridRules, ...sesRules, ...google, ...mailEnableRules, ...exchange, ...postfix,
  ...otherServerRules, ...relayTextRules, ...recipientTextRules, ...mailEnableBounceRules,
];

/** The order that decides: outcome, error codes, the provider's words, everyone's words, codes; then a guess by stage. */
const findRule = (clues: Clues): { rule: Rule; catalogued: boolean } => {
  const handedOver = clues.stage === 'AFTER_DATA' || clues.stage === 'DONE';
  const accepted = clues.class === 1 || clues.class === 2;
  const order = clues.errorCode === 'EOAUTH2' ? [tokenRules] : [
    outcomeRules,
    tokenNotOfferedRules,
    handedOver ? [] : tlsRules,
    handedOver ? [] : transportRules,
    accepted ? [] : OWN_TABLES[clues.provider],
    accepted ? [] : EVERY_TABLE,
    accepted ? [] : enhancedCodeRules,
    leftoverErrorRules,
  ];
  for (const table of order) {
    const found = table.find((rule) => matches(rule, clues));
    if (found) return { rule: found, catalogued: true };
  }
  const guesses = clues.stage === 'PROVIDER_API' ? httpRules : genericRules;
  return { rule: guesses.find((rule) => matches(rule, clues)) ?? unexpectedReplyRule, catalogued: false };
};

/**
 * Says what went wrong, in plain words, what to do about it, and what becomes of the email. It always answers, and
 * honestly: a reply that nobody has catalogued gets a diagnosis by its class and stage. The words of a server are read
 * before its codes, since codes mislead in known cases (Postfix refuses to relay with 454). What may have been handed
 * over is UNKNOWN_OUTCOME before anything else is asked. Evidence without a reply or code counts as not answered.
 */
export const diagnose = (evidence: Evidence, facts: DiagnosisFacts = {}): Diagnosis => {
  const clues = readClues(evidence);
  const { rule: { id, means: [category, verdict, scope], cause, remedy, link, guide }, catalogued } = findRule(clues);
  const blanks: Blanks = {
    host: evidence.host,
    port: evidence.port,
    user: facts.user ?? null,
    from: facts.from ?? null,
    ehloName: facts.ehloName ?? null,
    clientId: facts.clientId ?? null,
    publicAddress: facts.publicAddress ?? null,
  };
  // Refused after DATA is refused for all: the server no longer answers recipient by recipient (RFC 5321 section 3.3).
  const wholeMessage = scope === 'RECIPIENT' && ['DATA', 'AFTER_DATA', 'PROVIDER_API', 'DONE'].includes(clues.stage);
  return {
    id,
    category,
    verdict,
    scope: wholeMessage ? 'MESSAGE' : scope,
    cause: fillText(cause, blanks),
    remedy: remedy.map((step) => fillStep(step, blanks)),
    link: link ?? null,
    guide: guide ?? guideFor(id, clues.provider),
    catalogued,
  };
};
