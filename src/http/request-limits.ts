import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import type { Limits } from '../config/config.js';

/** Rules of armor throw by themselves, which Apollo takes for a failure of ours; reported, it is a fault of the document. */
const REPORTED = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => { context?.reportError(error); }],
};

/** What one request may ask, checked before any of it is carried out: by HTTP and by WebSocket alike. */
export const limitRules = (limits: Limits): ValidationRule[] => [
  maxDepthRule({ ...REPORTED, n: limits.maxDepth, flattenFragments: true, ignoreIntrospection: true }),
  maxAliasesRule({ ...REPORTED, n: limits.maxAliases }),
  costLimitRule({ ...REPORTED, maxCost: limits.maxCost, ignoreIntrospection: true }),
];
