import type { Fault } from '../errors.js';

const SELECTORS_MAX = 10;

/** RFC 6376 section 3.1: labels between dots; `_` is met. */
const SELECTOR = /^(?=.{1,63}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/i;

/** What is wrong with selectors of DKIM keys that somebody gave. */
export const selectorFaults = (selectors: readonly string[], path: readonly string[]): readonly Fault[] => [
  ...(selectors.length > SELECTORS_MAX ? [{ code: 'INVALID', path, message: `There are more than ${SELECTORS_MAX} selectors.` } as const] : []),
  ...selectors.slice(0, SELECTORS_MAX).flatMap((selector, at) => (SELECTOR.test(selector) ? []
    : [{ code: 'INVALID', path: [...path, String(at)], message: 'A selector is a name such as selector1, without _domainkey and the domain.' } as const])),
];
