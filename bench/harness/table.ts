import type { Bound } from './bench.ts';
import type { Outcome } from './outcome.ts';
import { isReached } from './outcome.ts';

const number = (value: number): string => {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
};

const result = (value: number, { by, unit }: Pick<Outcome, 'by' | 'unit'>): string =>
  (by === 'ratio' ? `${value.toFixed(2)} ×` : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(0)} ${unit}`);

const bounds = (bound: Bound | null, outcome: Outcome): [string, string] => {
  if (bound === null) return ['reported', ''];
  const [sign, must] = 'atLeast' in bound ? ['≥', bound.atLeast] : ['≤', bound.atMost];
  return [`${sign} ${result(must, outcome)}`, result(bound.aim, outcome)];
};

const MARK = (reached: boolean | null): string => {
  if (reached === null) return '';
  return reached ? ' ✓' : ' ✗';
};

/** The heading of the one table. */
export const HEADING = [
  '| bench | what | ours | against | theirs | result | must | aim | spread |',
  '|---|---|---|---|---|---|---|---|---|',
];

/** A row of it. */
export const row = (name: string, outcome: Outcome): string => {
  const [must, aim] = bounds(outcome.bound, outcome);
  const cells = [
    `\`${name}\``, outcome.what, `${number(outcome.ours)} ${outcome.unit}`, outcome.against, `${number(outcome.theirs)} ${outcome.unit}`,
    `**${result(outcome.result, outcome)}**${MARK(isReached(outcome))}`, must, aim, `${result(outcome.lowest, outcome)} … ${result(outcome.highest, outcome)}`,
  ];
  return `| ${cells.join(' | ')} |`;
};
