import type { GraphQLResolveInfo } from 'graphql';
import { Problem } from '../domain/errors.js';

/** Bytes of content that one answer may carry: it is put together in memory. */
const BYTES_AT_MOST = 64 * 1_048_576;

const spent = new WeakMap<GraphQLResolveInfo['variableValues'], number>();

/**
 * Counts what an answer is about to hold; throws BAD_REQUEST when that is too much at a time. The variables are the one
 * object that graphql-js makes anew for each answer, for each event of a subscription too, whose context stays the same.
 */
export const spendContent = ({ variableValues }: GraphQLResolveInfo, sizeBytes: number): void => {
  const total = (spent.get(variableValues) ?? 0) + sizeBytes;
  if (total > BYTES_AT_MOST) throw new Problem('BAD_REQUEST', `More than ${BYTES_AT_MOST / 1_048_576} MiB of content is asked for at a time; read fewer emails at once`);
  spent.set(variableValues, total);
};
