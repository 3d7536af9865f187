import type { Fault } from './errors.js';

/** How many emails may be handed over in a clock-aligned minute, hour and day (UTC); null: as many as there are. */
export interface MessageLimits {
  readonly messagesPerMinute: number | null;
  readonly messagesPerHour: number | null;
  readonly messagesPerDay: number | null;
}

/** How an account carries its emails: how many, how often it tries, and who steps in. `null` means what holds by default. */
export interface CarriageSettings extends MessageLimits {
  /** Connections at once, of all processes together. */
  readonly connectionsMax: number | null;
  /** A quota that this account shares with others of the same provider. */
  readonly quotaGroupId: string | null;
  /** The account that carries an email when this one cannot for now. */
  readonly fallbackAccountId: string | null;
  readonly retryShortestSeconds: number | null;
  readonly retryLongestSeconds: number | null;
  /** After the first try, not counting the time that an email stood parked. */
  readonly giveUpAfterHours: number | null;
}

/** As {@link CarriageSettings}, as a form gives them: left out keeps what is posted, null goes back to the default. */
export type CarriageInput = { readonly [Field in keyof CarriageSettings]?: CarriageSettings[Field] | undefined };

export const BLANK_CARRIAGE: CarriageSettings = {
  connectionsMax: null, messagesPerMinute: null, messagesPerHour: null, messagesPerDay: null, quotaGroupId: null, fallbackAccountId: null,
  retryShortestSeconds: null, retryLongestSeconds: null, giveUpAfterHours: null,
};

/** What holds where nothing is set. Hosted services allow from 3 connections (Microsoft 365) to 20. */
export const CARRIAGE_DEFAULTS = { connectionsMax: 5, retryShortestSeconds: 30, retryLongestSeconds: 4 * 3_600, giveUpAfterHours: 72 } as const;

/** From one to this, by field. Waits reach a week and giving up a month: longer, nobody would notice that mail stands still. */
const MOST = {
  connectionsMax: 100, messagesPerMinute: 10_000_000, messagesPerHour: 10_000_000, messagesPerDay: 10_000_000,
  retryShortestSeconds: 86_400, retryLongestSeconds: 604_800, giveUpAfterHours: 720,
} as const;
type NumberField = keyof typeof MOST;
const LIMIT_FIELDS = ['messagesPerMinute', 'messagesPerHour', 'messagesPerDay'] as const;
const NUMBER_FIELDS = Object.keys(MOST) as NumberField[];

const numberFaults = (values: Partial<Record<NumberField, number | null>>, fields: readonly NumberField[], path: readonly string[]): Fault[] =>
  fields.flatMap((field): Fault[] => {
    const value = values[field];
    if (value == null || (Number.isInteger(value) && value >= 1 && value <= MOST[field])) return [];
    return [{ code: 'INVALID', path: [...path, field], message: `Give a whole number from 1 to ${MOST[field]}, or nothing.` }];
  });

/** Faults of limits by themselves: those of an account, or of a quota group. */
export const messageLimitFaults = (limits: MessageLimits, path: readonly string[]): Fault[] => numberFaults({ ...limits }, LIMIT_FIELDS, path);

/** The carriage with the input laid over it. */
export const layCarriageOver = (settings: CarriageSettings, input: CarriageInput): CarriageSettings => {
  const kept = <Field extends keyof CarriageSettings>(field: Field): CarriageSettings[Field] => {
    const given = input[field];
    // A form posts an emptied field as '', which means the same as null.
    return given === undefined ? settings[field] : (given as unknown) === '' ? BLANK_CARRIAGE[field] : given;
  };
  return {
    connectionsMax: kept('connectionsMax'), messagesPerMinute: kept('messagesPerMinute'), messagesPerHour: kept('messagesPerHour'),
    messagesPerDay: kept('messagesPerDay'), quotaGroupId: kept('quotaGroupId'), fallbackAccountId: kept('fallbackAccountId'),
    retryShortestSeconds: kept('retryShortestSeconds'), retryLongestSeconds: kept('retryLongestSeconds'), giveUpAfterHours: kept('giveUpAfterHours'),
  };
};

/** Every fault of the numbers, together. That accounts and groups exist which are named here is for the use case to see. */
export const carriageFaults = (after: CarriageSettings, path: readonly string[]): Fault[] => {
  const faults = numberFaults(after, NUMBER_FIELDS, path);
  const shortest = after.retryShortestSeconds ?? CARRIAGE_DEFAULTS.retryShortestSeconds;
  const longest = after.retryLongestSeconds ?? CARRIAGE_DEFAULTS.retryLongestSeconds;
  const field = after.retryLongestSeconds === null ? 'retryShortestSeconds' : 'retryLongestSeconds';
  if (shortest <= longest || faults.some((fault) => fault.path.at(-1)?.startsWith('retry'))) return faults;
  return [...faults, { code: 'INVALID', path: [...path, field], message: `The shortest wait (${shortest} s) is longer than the longest (${longest} s).` }];
};
