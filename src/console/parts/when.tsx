const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** A moment from here, in the largest unit that it fills: `3 minutes ago`, `in 2 days`. */
export const fromNow = (at: string, now = Date.now()): string => {
  const seconds = Math.round((Date.parse(at) - now) / 1_000);
  const [unit, size] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['second', 1] as const;
  return relative.format(Math.trunc(seconds / size), unit);
};

export const inFull = (at: string): string => moment.format(new Date(at));

/** A moment in the user's own zone; in full on hovering, and for who listens. */
export const When = ({ at, kind = 'relative' }: { at: string; kind?: 'relative' | 'full' | 'day' }) => {
  const words = { relative: fromNow(at), full: inFull(at), day: day.format(new Date(at)) }[kind];
  return <time dateTime={at} title={inFull(at)}>{words}</time>;
};
