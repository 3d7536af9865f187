import type { Logger } from 'pino';
import { destination, pino } from 'pino';

/** Fields that never reach a log, wherever they stand in what is logged. */
const REDACTED = ['password', 'sendGridApiKey', 'apiKey', 'token', 'secret', 'authorization', 'cookie'].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** What mysql2, better-sqlite3, MikroORM and Kysely hang on the errors of a statement. */
const MARKS_OF_A_STATEMENT = ['sql', 'sqlMessage', 'sqlState', 'query', 'parameters'];
const CAUSES_AT_MOST = 8;
const CODE = /^[\w.-]{1,64}$/;
const FRAME = /^\s*at .*(?::\d+:\d+|<anonymous>|native)\)?$/;

/** An error as the log shows it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly errno?: number;
  /** The places only: the head of an error's stack repeats its message. */
  readonly stack: string;
  readonly cause?: LoggedError;
  readonly aggregateErrors?: readonly LoggedError[];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (error: unknown): Fields => Object(error) as Fields;
/** graphql-js, too, wraps errors, and repeats their words. */
const causeOf = (error: unknown): unknown => fieldsOf(error)['cause'] ?? fieldsOf(error)['originalError'];
const innerOf = (error: unknown): readonly unknown[] => {
  const { errors } = fieldsOf(error);
  const cause = causeOf(error);
  return [...(cause === undefined || cause === null ? [] : [cause]), ...(Array.isArray(errors) ? errors as unknown[] : [])];
};

const codesOf = (error: unknown): { code?: string; errno?: number } => {
  const { code, errno } = fieldsOf(error);
  return { ...(typeof code === 'string' && CODE.test(code) ? { code } : {}), ...(typeof errno === 'number' ? { errno } : {}) };
};

/** Whether a statement failed, here or further down: whoever wraps such an error may repeat its words. */
const isOfDatabase = (error: unknown, depth = 0): boolean => depth < CAUSES_AT_MOST && (
  MARKS_OF_A_STATEMENT.some((mark) => fieldsOf(error)[mark] !== undefined)
  || (codesOf(error).code ?? '').startsWith('SQLITE_')
  || innerOf(error).some((inner) => isOfDatabase(inner, depth + 1)));

const wordsIn = (error: unknown, field: 'message' | 'stack'): string => {
  const words = fieldsOf(error)[field];
  return typeof words === 'string' ? words : '';
};

const messageOf = (error: unknown): string => (typeof error === 'string' ? error : wordsIn(error, 'message'));

const messagesIn = (error: unknown, depth = 0): readonly string[] => (depth >= CAUSES_AT_MOST ? []
  : [messageOf(error), ...innerOf(error).flatMap((inner) => messagesIn(inner, depth + 1))]);

/** The frames of a stack. Messages are cut out first, those of causes too, whose stack a wrapper may take over: a line of an email may look like a frame. */
const framesOf = (error: unknown): string => messagesIn(error).filter((message) => message !== '')
  .reduce((stack, message) => stack.replaceAll(message, ''), wordsIn(error, 'stack'))
  .split('\n').filter((line) => FRAME.test(line)).join('\n');

const typeOf = (error: unknown): string => (typeof error === 'object' && error !== null ? error.constructor?.name ?? 'Object' : typeof error);

/**
 * An error for the log: its type, codes and places, through all its causes, and no field else. Of an error of the database
 * the words are left out, too: they, and mysql2's `sql`, repeat the statement with its values, which are the bodies of
 * emails, the hashes of passwords and sealed secrets.
 */
export const serialiseError = (error: unknown, depth = 0): LoggedError => {
  const codes = codesOf(error);
  const message = isOfDatabase(error) ? `The database failed: ${codes.code ?? 'no code'} ${codes.errno ?? ''}`.trimEnd() : messageOf(error);
  const logged: LoggedError = { type: typeOf(error), message, ...codes, stack: framesOf(error) };
  if (depth >= CAUSES_AT_MOST) return logged;
  const cause = causeOf(error);
  const { errors } = fieldsOf(error);
  return {
    ...logged,
    ...(cause === undefined || cause === null ? {} : { cause: serialiseError(cause, depth + 1) }),
    ...(Array.isArray(errors) ? { aggregateErrors: errors.map((inner) => serialiseError(inner, depth + 1)) } : {}),
  };
};

/** Opens the log: JSON lines on the file descriptor given, without secrets and without what emails say. */
export const openLog = (level: string, fileDescriptor: number): Logger => pino(
  { level, redact: { paths: REDACTED, censor: '[secret]' }, serializers: { err: (error: unknown) => serialiseError(error) } },
  destination({ dest: fileDescriptor, sync: true }));
