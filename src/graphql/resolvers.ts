import type { NonEmptyArray } from 'type-graphql';
import { SmtpAccountResolver } from './smtp-account.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

type Resolver = new () => object;

/** Every resolver; a new one is one line here. */
export const RESOLVERS: NonEmptyArray<Resolver> = [ViewerResolver, SmtpAccountResolver];
