/**
 * Access records: who may access, modify, add or erase records of which type.
 *
 * A holder (employee, role, application token) has at most one access record per record type. What somebody may do
 * is the union of its own records and those of its roles. `modify` and `erase` are worth nothing without `access`:
 * one cannot change what one cannot see. A record may be limited to areas, where its type knows areas.
 */
export const RECORD_TYPES = [
  'SMTP_ACCOUNTS', 'SMTP_CONFIGURATION', 'EMAILS', 'EMAIL_CONTENT', 'EMPLOYEES', 'ACCESS_RECORDS',
  'APPLICATION_TOKENS', 'AUDIT',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export const RIGHTS = ['access', 'modify', 'add', 'erase'] as const;
export type Right = (typeof RIGHTS)[number];

/** Only these may be limited to areas. */
export const AREA_LIMITED_TYPES: readonly RecordType[] = ['EMAILS', 'EMAIL_CONTENT'];

export const HOLDER_KINDS = ['EMPLOYEE', 'ROLE', 'APPLICATION_TOKEN'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** What one holder was given on one record type. `areas: null` means every area. */
export interface Grant {
  readonly recordType: RecordType;
  readonly access: boolean;
  readonly modify: boolean;
  readonly add: boolean;
  readonly erase: boolean;
  readonly areas: readonly string[] | null;
}

/** Where a right reaches: nowhere, everywhere, or the listed area codes. */
export type Reach = 'none' | 'all' | ReadonlySet<string>;
export type TypeRights = Readonly<Record<Right, Reach>>;
export type Rights = Readonly<Record<RecordType, TypeRights>>;

const NOTHING: TypeRights = { access: 'none', modify: 'none', add: 'none', erase: 'none' };

/** The rights of somebody without any grant. */
export const NO_RIGHTS: Rights = Object.fromEntries(RECORD_TYPES.map((type) => [type, NOTHING])) as Rights;

const union = (one: Reach, other: Reach): Reach => {
  if (one === 'all' || other === 'all') return 'all';
  if (one === 'none') return other;
  if (other === 'none') return one;
  return new Set([...one, ...other]);
};

const intersection = (one: Reach, other: Reach): Reach => {
  if (one === 'none' || other === 'none') return 'none';
  if (one === 'all') return other;
  if (other === 'all') return one;
  const both = [...one].filter((area) => other.has(area));
  return both.length > 0 ? new Set(both) : 'none';
};

const reachOf = (grant: Grant): Reach => (grant.areas === null ? 'all' : grant.areas.length > 0 ? new Set(grant.areas) : 'none');

const cutToAccess = ({ access, modify, add, erase }: TypeRights): TypeRights =>
  ({ access, add, modify: intersection(modify, access), erase: intersection(erase, access) });

const effectiveOf = (grants: readonly Grant[], cut: (held: TypeRights) => TypeRights): Rights =>
  Object.fromEntries(RECORD_TYPES.map((type) => [type, cut(grants.filter(({ recordType }) => recordType === type).reduce<TypeRights>(
    (held, grant) => Object.fromEntries(RIGHTS.map((right) => [right, grant[right] ? union(held[right], reachOf(grant)) : held[right]])) as TypeRights,
    NOTHING,
  ))])) as Rights;

/** The union of grants, with `modify` and `erase` cut down to where `access` reaches. */
export const effectiveRights = (grants: readonly Grant[]): Rights => effectiveOf(grants, cutToAccess);

/** The union of grants as they are written, without the cut that a missing `access` makes: what giving access would wake. */
export const rightsAsWritten = (grants: readonly Grant[]): Rights => effectiveOf(grants, (held) => held);

/** What either allows. */
export const rightsOfEither = (one: Rights, other: Rights): Rights => Object.fromEntries(RECORD_TYPES.map((type) => [
  type, Object.fromEntries(RIGHTS.map((right) => [right, union(one[type][right], other[type][right])])),
])) as Rights;

/** What both allow: a token never exceeds its maker, not even after the maker lost rights. */
export const rightsInCommon = (one: Rights, other: Rights): Rights => Object.fromEntries(RECORD_TYPES.map((type) => [
  type, Object.fromEntries(RIGHTS.map((right) => [right, intersection(one[type][right], other[type][right])])),
])) as Rights;

/** Rights cut down to areas: what a token that is limited to areas keeps on types that know areas. */
export const limitToAreas = (rights: Rights, areas: readonly string[] | null): Rights => {
  if (areas === null) return rights;
  const reach: Reach = areas.length > 0 ? new Set(areas) : 'none';
  return Object.fromEntries(RECORD_TYPES.map((type) => [type, AREA_LIMITED_TYPES.includes(type)
    ? Object.fromEntries(RIGHTS.map((right) => [right, intersection(rights[type][right], reach)]))
    : rights[type]])) as Rights;
};

/** Whether the right is held anywhere at all; use {@link mayInArea} before touching a record of one area. */
export const may = (rights: Rights, type: RecordType, right: Right): boolean => rights[type][right] !== 'none';

/** Whether the right is held for an area; `null` is an email without an area, which only an unlimited right reaches. */
export const mayInArea = (rights: Rights, type: RecordType, right: Right, area: string | null): boolean => {
  const reach = rights[type][right];
  return reach === 'all' || (reach !== 'none' && area !== null && reach.has(area));
};

const reachCovers = (held: Reach, wanted: Reach): boolean => {
  if (wanted === 'none' || held === 'all') return true;
  if (held === 'none' || wanted === 'all') return false;
  return [...wanted].every((area) => held.has(area));
};

/** The rights in `wanted` that `held` lacks, as (type, right): nobody may grant these. */
export const rightsLacking = (held: Rights, wanted: Rights): { recordType: RecordType; right: Right }[] =>
  RECORD_TYPES.flatMap((recordType) => RIGHTS
    .filter((right) => !reachCovers(held[recordType][right], wanted[recordType][right]))
    .map((right) => ({ recordType, right })));

/** Whether these rights suffice to mend rights again: the last active holder of them must stay. */
export const administers = (rights: Rights): boolean =>
  (['EMPLOYEES', 'ACCESS_RECORDS'] as const).every((type) => rights[type].access === 'all' && rights[type].modify === 'all');
