import { createRequire } from 'node:module';
import util from 'node:util';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';

/**
 * graphql-shield 7.6.5 calls `util.isUndefined`, which Node dropped in version 23, and its ESM build does not load. So its
 * CommonJS build is loaded, after the function is put back where it looks for it; and graphql-middleware's CommonJS build
 * with it, for the two share classes by identity.
 */
const require = createRequire(import.meta.url);
Object.assign(util, { isUndefined: (value: unknown): boolean => value === undefined });

const shieldPackage = require('graphql-shield') as typeof Shield;
const middlewarePackage = require('graphql-middleware') as typeof Middleware;

export const { shield, rule, allow, deny, and, or, not, chain, race } = shieldPackage;
export const { applyMiddleware } = middlewarePackage;
export type { IRules, IRule } from 'graphql-shield';
