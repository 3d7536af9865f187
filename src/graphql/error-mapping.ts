import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Problem } from '../domain/errors.js';

/** Codes of Apollo and graphql-js for requests that no resolver ever saw: all of them are the caller's. */
const CALLERS_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Whether graphql-js itself turned the request down, where no Apollo stands before it to give codes: an error that names
 * no field and wraps nothing foreign never saw a resolver.
 */
const turnedDown = (error: unknown): boolean => error instanceof GraphQLError && error.path === undefined
  && error.extensions['code'] === undefined && (error.originalError === undefined || error.originalError instanceof GraphQLError);

/**
 * The one place where errors become what callers see. A {@link Problem} shows its code and words. What callers got wrong in
 * the request itself is BAD_REQUEST. Everything else is INTERNAL: an id to quote, with the words in the log only.
 */
export const formatError = (log: Logger, newId: () => string) => (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const cause = error instanceof GraphQLError ? error.originalError ?? error : error;
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (cause instanceof Problem) {
    const retry = cause.retryAfterSeconds === null ? {} : { retryAfterSeconds: cause.retryAfterSeconds };
    return { message: cause.message, ...place, extensions: { code: cause.code, ...retry } };
  }
  const code = formatted.extensions?.['code'];
  if (CALLERS_FAULTS.has(String(code)) || (code === undefined && turnedDown(error))) {
    return { message: formatted.message, ...place, extensions: { code: 'BAD_REQUEST' } };
  }
  const id = newId();
  log.error({ err: cause, errorId: id, path: formatted.path }, 'An operation failed');
  return { message: `Something failed on our side; quote ${id}`, ...place, extensions: { code: 'INTERNAL', id } };
};
