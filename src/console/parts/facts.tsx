import type { ReactNode } from 'react';

/** Names and what they are, one below the other; those without a value are left out. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {of.flatMap(([name, value]) => (value === null || value === '' || value === undefined ? [] : [<div key={name}><dt>{name}</dt><dd>{value}</dd></div>]))}
  </dl>
);
