import type { AccountSettings, SecretField } from '../../domain/account-settings.js';
import { BLANK_SETTINGS, otherSendersOf, SECRET_FIELDS, senderOf } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { bareAddressFault, domainOf } from '../../domain/address.js';
import type { TestSubject } from '../../domain/account-test.js';
import { PastTest } from '../../domain/account-test.js';
import { changesBetween } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { Destination } from '../../domain/delivery-order.js';
import type { Diagnosis } from '../../domain/diagnosis.js';
import { diagnose } from '../../domain/diagnosis.js';
import { factsOf } from '../../domain/diagnosis-facts.js';
import { asciiDomain } from '../../domain/domain-name.js';
import type { Mailbox } from '../../domain/email.js';
import { refuse, refuseIfAny } from '../../domain/errors.js';
import { relayQuestion } from '../../domain/relay-probe.js';
import { sandboxFaults } from '../../domain/sandbox.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import { layOver, postFaults, settingsFaults } from '../../domain/settings-input.js';
import type { ProbeRequest, ProbeResult } from '../../probe/probe.js';
import { probe } from '../../probe/probe.js';
import { addPastTest } from '../../storage/account-test.store.js';
import { accountById, accountForChange } from '../../storage/account.store.js';
import type { Outcome } from '../change.js';
import { change, found, outcomeOf } from '../change.js';
import type { House } from '../house.js';
import type { OpenedSecrets } from './destination.js';
import { destinationOf } from './destination.js';
import { noteLook } from '../health/note.js';
import { seenOf } from '../health/seen.js';
import { countUnknown } from '../relaying/unknown-replies.js';
import { endFaultPause } from './end-fault-pause.js';
import { privateKeyFaults } from './private-key.js';
import type { AccountTest, TestEnd } from './running-tests.js';
import { secretFor } from './secrets.js';
import { tokenForTest } from './token-for-test.js';

export interface TestInput {
  readonly id: string;
  readonly emailTestTo: string;
  /** Laid over the posted settings; nothing of them is stored. */
  readonly settings: SettingsInput;
  readonly mode: TestSubject['mode'];
  /** False: an account that only sends inside its own domain is not asked whether it relays. */
  readonly relay: boolean;
  /** False: the answer comes at once, and the test is followed by its id. */
  readonly wait: boolean;
}

/** What is to be tested, complete and judged. */
interface Prepared {
  readonly account: SmtpAccount;
  readonly settings: AccountSettings;
  readonly from: Mailbox;
  readonly destination: Destination;
  readonly fetchToken: ReturnType<typeof tokenForTest>;
  /** Exactly what is posted, with the secrets that are stored. */
  readonly asPosted: boolean;
}

/** Who may follow and cancel a test: the caller that started it, in whatever session. */
export const starterOf = ({ kind, id }: SignedInCaller): string => `${kind} ${id}`;

/** Judges the whole input; the secrets are opened here and live in memory only. */
const prepare = async (house: House, { id, emailTestTo, settings: input }: TestInput): Promise<Prepared> => {
  const account = found(await accountById(house.storage.read(), id), 'SMTP account');
  const toFault = bareAddressFault(emailTestTo);
  const toFaults = toFault === null ? [] : [{ code: 'INVALID', path: ['input', 'emailTestTo'], message: toFault } as const];
  if (account.settings === null && Object.values(input).every((value) => value === undefined)) {
    refuse('NOT_POSTED', ['id'], 'This account has no posted settings yet; give settings to test');
  }
  const posted = account.settings ?? BLANK_SETTINGS;
  const settings = layOver(posted, input);
  const secret = (field: SecretField): string | null => {
    const opened = secretFor(house.secrets, account, field, settings, input);
    return opened.state === 'OPENED' ? opened.secret : null;
  };
  const secrets: OpenedSecrets = {
    password: secret('password'), sendGridApiKey: secret('sendGridApiKey'), oauthClientSecret: secret('oauthClientSecret'), oauthPrivateKey: secret('oauthPrivateKey'),
  };
  const path = ['input', 'settings'];
  refuseIfAny([
    ...toFaults, ...settingsFaults(settings, input, path), ...(account.sandbox ? sandboxFaults({ ...posted }, input, path) : []),
    ...postFaults(settings, (field) => secrets[field] !== null, path), ...privateKeyFaults(input, path),
  ]);
  const { address, name } = senderOf(settings);
  const destination = destinationOf(account, settings, secrets, house.sandboxPort())
    ?? refuse('WRONG_STATE', ['id'], 'This is the sandbox account, and no sandbox runs here');
  const asPosted = changesBetween({ ...posted }, { ...settings }).length === 0 && SECRET_FIELDS.every((field) => input[field] === undefined || input[field] === '');
  return { account, settings, from: { address: address ?? '', name }, destination, fetchToken: tokenForTest(house, settings, secrets), asPosted };
};

/** The test email says what it is, to whoever finds it in a mailbox. */
const messageOf = (house: House, caller: SignedInCaller, { account, from }: Prepared): ProbeRequest['message'] => ({
  messageId: `${house.newId()}@${asciiDomain(domainOf(from.address)) ?? 'postroom.invalid'}`,
  subject: `Test of SMTP account ${account.number} ${account.name}`,
  text: `This is a test of SMTP account ${account.number} ${account.name}, started by ${caller.name} in Postroom.\n\n`
    + 'That you can read it shows that the account works. Nobody needs to answer.\n',
  dateMs: house.now(),
});

const inWords = (destination: Destination): string =>
  (destination.kind === 'SENDGRID' ? 'SendGrid' : `${destination.server}:${destination.port}`);

const subjectOf = (caller: SignedInCaller, { emailTestTo, mode }: TestInput, { account, destination, asPosted }: Prepared): TestSubject => ({
  accountId: account.id, mode, emailTestTo, asPosted, server: inWords(destination),
  startedByKind: caller.kind, startedById: caller.id, startedByName: caller.name.slice(0, 100),
});

/** Its own sender was taken, and one of the others not: emails of the account go, but for those that are from that one. */
const isOfAnotherSender = ({ stages, evidence }: ProbeResult): boolean =>
  stages.some(({ stage, outcome }) => stage === evidence?.stage && outcome === 'PASSED');

/** A recipient that somebody mistyped says nothing of the account. */
const tellsOfAccount = (result: ProbeResult, diagnosis: Diagnosis | null): boolean => result.outcome === 'PASSED'
  || (result.outcome === 'FAILED' && diagnosis !== null && diagnosis.scope !== 'RECIPIENT' && diagnosis.scope !== 'MESSAGE' && !isOfAnotherSender(result));

/** Writes down what became of the test. A passed one of what is posted shows that a fault of log-on or relay is mended. */
const conclude = async (
  house: House, caller: SignedInCaller, prepared: Prepared, test: TestSubject & Pick<PastTest, 'id' | 'startedAt'>, result: ProbeResult,
): Promise<TestEnd> => {
  const { account, settings, from } = prepared;
  const { mode, server, emailTestTo, asPosted } = test;
  const diagnosis = result.evidence === null ? null : diagnose(result.evidence, factsOf(house.config, settings, from.address, result.stages));
  const end = { state: result.outcome, diagnosis, messageId: result.messageId, stages: result.stages };
  const mends = result.outcome === 'PASSED' && mode === 'SEND' && asPosted;
  await change(house, caller, async (desk) => {
    const subject = { type: 'SMTP_ACCOUNT', id: account.id, name: account.name } as const;
    desk.audit('TESTED', subject, changesBetween({}, {
      outcome: result.outcome, mode, server, emailTestTo, diagnosis: diagnosis?.id,
    }));
    const now = await accountForChange(desk.session, account.id);
    // After the account, as deliveries take them: two that counted the same reply would wait for each other in a circle.
    if (result.evidence !== null && diagnosis?.catalogued === false) await countUnknown(desk, [result.evidence]);
    if (now === null) return;
    await addPastTest(desk.session, new PastTest({ ...test, ...end, endedAt: desk.now }));
    // Whatever changed since, by a post or by a new fault, was not tested.
    if (now.version !== account.version) return;
    if (mends) await endFaultPause(desk, now);
    if (asPosted && tellsOfAccount(result, diagnosis)) {
      await noteLook(house, desk.session, now, seenOf(result, diagnosis === null ? null : { stage: result.evidence?.stage ?? 'DONE', diagnosis }));
    }
  });
  if (mends) house.wakeDelivery();
  if (asPosted) house.wakeHealth();
  return end;
};

/**
 * Tests settings against the real server before they are posted, stage by stage; DRY_RUN stops before DATA. Nothing is
 * stored but the history and an audit event. A stored secret is used only where what it is bound to is unchanged, so that a test cannot
 * carry it to another server. Throws RATE_LIMITED: a test is a port scanner in the wrong hands.
 */
export const testSmtpAccount = async (house: House, caller: SignedInCaller, input: TestInput): Promise<Outcome<AccountTest>> => await outcomeOf(async () => {
  const prepared = await prepare(house, input);
  const { ehloName, connectPolicy: policy, limits, sendGridBaseUrl, relayProbeAddress } = house.config;
  const request = {
    destination: prepared.destination, from: prepared.from, to: input.emailTestTo, mode: input.mode, ehloName, policy,
    message: messageOf(house, caller, prepared), limitSeconds: limits.testSeconds,
    relay: relayQuestion({
      from: prepared.from.address, to: input.emailTestTo, probeAddress: relayProbeAddress, wanted: input.relay, sandbox: prepared.account.sandbox,
    }),
    otherSenders: otherSendersOf(prepared.settings),
    ...(sendGridBaseUrl === null ? {} : { sendGridBaseUrl }),
    ...(prepared.fetchToken === null ? {} : { fetchToken: prepared.fetchToken }),
  };
  const id = house.newId();
  const subject = subjectOf(caller, input, prepared);
  const test = house.tests.start({
    id, startedBy: starterOf(caller), subject, work: async (signal, report, startedAt) =>
      await conclude(house, caller, prepared, { ...subject, id, startedAt }, await probe({ ...request, signal }, report)),
  });
  if (input.wait) await test.over;
  else test.over.catch((error: unknown) => { house.log.error({ err: error, testId: test.id }, 'What became of a test could not be written down'); });
  return test.asItStands;
});
