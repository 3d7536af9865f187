import type { EmailArea } from '../../domain/area.js';
import type { Fault } from '../../domain/errors.js';
import { textKey } from '../../domain/normalise.js';
import type { Role } from '../../domain/people.js';
import type { QuotaGroup } from '../../domain/quota-group.js';
import type { ImportEntry, Reenter } from '../../domain/transfer.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { Installation } from '../../storage/transfer.store.js';

/** What an import is held against: the installation as it stands, and what it needs to make records. */
export interface World extends Installation {
  readonly sandboxOn: boolean;
  readonly now: number;
  readonly newId: () => string;
}

/**
 * One record of an import, judged but not yet changed: `write` does what `entry` says, on the record that is there or on
 * the new one. So nothing is touched before everything was found to be in order.
 */
export interface Planned<T> {
  readonly entry: ImportEntry;
  readonly record: T;
  /** Whether the name changes, and must be set aside first. */
  readonly renamed: boolean;
  readonly write: () => void;
}

/** The plan for all records of one kind. */
export interface Plan<T, P extends Planned<T> = Planned<T>> {
  readonly faults: readonly Fault[];
  readonly planned: readonly P[];
  readonly reenter: readonly Reenter[];
  readonly remarks: readonly string[];
}

export type AnyRecord = SmtpAccount | EmailArea | Role | QuotaGroup;

/** A fault of a file's content. */
export const invalid = (message: string, ...path: readonly (string | number)[]): Fault => ({ code: 'INVALID', message, path: path.map(String) });

/** The positions of texts that are the same to a person as an earlier one. */
export const repeated = (texts: readonly string[]): number[] => {
  const seen = new Set<string>();
  return texts.flatMap((text, at) => {
    const key = textKey(text);
    const before = seen.has(key);
    seen.add(key);
    return before ? [at] : [];
  });
};

/** Names that stand twice once the import is through: with another record of the file, or with one that it does not speak of. */
export const nameClashes = (
  kind: string, items: readonly { readonly name: string; readonly self: string | null }[], present: readonly { readonly id: string; readonly nameKey: string }[],
): Fault[] => {
  const twice = new Set(repeated(items.map(({ name }) => name)));
  const spokenOf = new Set(items.map(({ self }) => self));
  const others = new Set(present.filter(({ id }) => !spokenOf.has(id)).map(({ nameKey }) => nameKey));
  return items.flatMap(({ name }, at) => {
    if (twice.has(at)) return [invalid(`The name ${name} is in the file twice`, kind, at, 'name')];
    return others.has(textKey(name)) ? [{ ...invalid(`The name ${name} belongs to another record, which is not in the file`, kind, at, 'name'), code: 'NAME_TAKEN' as const }] : [];
  });
};
