import type { StepText } from '../relaying/vocabulary.js';
import type { RemedyStep } from './vocabulary.js';

/** What may be filled into a cause or a remedy. */
export interface Blanks {
  readonly host: string | null;
  readonly port: number | null;
  readonly user: string | null;
  readonly from: string | null;
  readonly ehloName: string | null;
  readonly publicAddress: string | null;
  /** Of the application that logs on by OAuth 2.0. */
  readonly clientId?: string | null;
}

const STAND_INS: Record<keyof Blanks, string> = {
  host: 'your server',
  port: 'the port in use',
  user: 'the log-on name',
  from: 'the email-from address',
  ehloName: 'the host name that Postroom gives in EHLO',
  clientId: 'in use',
  publicAddress: "the address from which Postroom's mail reaches the server",
};

const SAFE_IN_COMMAND = /^[\p{L}\p{N}_][\p{L}\p{N}._@:+\\-]*$/u;
const PLACEHOLDER = /\{(host|port|user|from|ehloName|publicAddress|clientId)\}/g;

const value = (blanks: Blanks, name: string): string => String(blanks[name as keyof Blanks] ?? '').trim();

/** Fills a sentence; what is not known gets words that read well. One pass: a value is never itself expanded. */
export const fillText = (text: string, blanks: Blanks): string =>
  text.replace(PLACEHOLDER, (_, name: string) => value(blanks, name) || STAND_INS[name as keyof Blanks]);

/**
 * Fills a command that someone will paste into a shell: a value goes in only if it is made of letters, digits and
 * `. _ @ : + \ -`, so that no setting can smuggle in a second command. Otherwise `<HOST>` asks for it.
 */
export const fillCommand = (command: string, blanks: Blanks): string =>
  command.replace(PLACEHOLDER, (_, name: string) => {
    const known = value(blanks, name);
    return SAFE_IN_COMMAND.test(known) ? known : `<${name.replace(/[A-Z]/g, '-$&').toUpperCase()}>`;
  });

/** One thing to do, filled in. */
export const fillStep = (step: StepText, blanks: Blanks): RemedyStep => (typeof step === 'string'
  ? { text: fillText(step, blanks), command: null }
  : { text: fillText(step[0], blanks), command: fillCommand(step[1], blanks) });
