import { useSearchParams } from 'wouter';
import type { EmailFilter, EmailStatus } from './emails.generated.js';

/** The filters, as they stand in the address of the page: a list that somebody narrowed down can be sent to others. */
export const FILTER_NAMES = ['status', 'area', 'accountId', 'recipient', 'messageId', 'diagnosisId', 'batch', 'sourceType', 'sourceId', 'acceptedFrom', 'acceptedBefore'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type FilterValues = Readonly<Partial<Record<FilterName, string>>>;

/** A moment typed in the zone of the browser, as the API takes it; null: not one. */
const momentOf = (typed: string): string | null => {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

export const filterOf = ({ status, acceptedFrom, acceptedBefore, ...rest }: FilterValues): EmailFilter => {
  const [from, before] = [acceptedFrom, acceptedBefore].map((typed) => (typed === undefined ? null : momentOf(typed)));
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.trim()])),
    ...(status === undefined ? {} : { status: status.split(',') as EmailStatus[] }),
    ...(from == null ? {} : { acceptedFrom: from }), ...(before == null ? {} : { acceptedBefore: before }),
  };
};

export const useFilterValues = (): readonly [FilterValues, (next: FilterValues) => void] => {
  const [query, setQuery] = useSearchParams();
  const values = Object.fromEntries(FILTER_NAMES.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' ? [] : [[name, value]];
  })) as FilterValues;
  return [values, (next) => setQuery(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')) as Record<string, string>, { replace: true })];
};
