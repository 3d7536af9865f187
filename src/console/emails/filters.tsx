import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAccountChoices, useAreaChoices } from '../choices/use-choices.js';
import { text } from '../text/text.js';
import type { FilterName, FilterValues } from './filter.js';

const words = text.emails;
const FURTHER = ['messageId', 'diagnosisId', 'batch', 'sourceType', 'sourceId', 'acceptedFrom', 'acceptedBefore'] as const satisfies readonly FilterName[];
const TYPED_MS = 300;
/** What people ask for most are several at once. */
const STATUSES = [...Object.entries(words.statusGroups), ...Object.entries(words.statuses)].map(([value, label]) => ({ value, label }));

/** Typed text is asked for when the typing rests; what is chosen elsewhere meanwhile is shown. */
const Typed = ({ name, value, onChange }: { name: FilterName & keyof typeof words; value: string; onChange: (next: string) => void }) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const rest = setTimeout(() => onChange(typed), TYPED_MS);
    return () => clearTimeout(rest);
  });
  const isMoment = name === 'acceptedFrom' || name === 'acceptedBefore';
  return <TextInput size="xs" label={words[name] as string} {...(isMoment ? { type: 'datetime-local' } : {})} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />;
};

/** What the log is narrowed down by. */
export const Filters = ({ values, onChange }: { values: FilterValues; onChange: (next: FilterValues) => void }) => {
  const [further, setFurther] = useState(FURTHER.some((name) => name in values));
  const [areas, accounts] = [useAreaChoices(), useAccountChoices()];
  const set = (name: FilterName, value: string | null): void => onChange({ ...values, [name]: value ?? '' });
  return (
    <div role="search" aria-label={words.title}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
        <Select size="xs" label={words.status} placeholder={words.anyStatus} clearable data={STATUSES} value={values.status ?? null} onChange={(next) => set('status', next)} />
        <Select size="xs" label={words.area} placeholder={words.anyArea} clearable searchable data={areas} value={values.area ?? null} onChange={(next) => set('area', next)} />
        {accounts.length > 0 && <Select size="xs" label={words.account} placeholder={words.anyAccount} clearable searchable data={accounts} value={values.accountId ?? null} onChange={(next) => set('accountId', next)} />}
        <Typed name="recipient" value={values.recipient ?? ''} onChange={(next) => set('recipient', next)} />
        {further && FURTHER.map((name) => <Typed key={name} name={name} value={values[name] ?? ''} onChange={(next) => set(name, next)} />)}
      </SimpleGrid>
      <Group gap="xs" mt="xs">
        <Button size="compact-xs" variant="subtle" aria-expanded={further} onClick={() => setFurther(!further)}>{further ? words.fewerFilters : words.moreFilters}</Button>
        {Object.keys(values).length > 0 && <Button size="compact-xs" variant="subtle" onClick={() => onChange({})}>{words.clear}</Button>}
      </Group>
    </div>
  );
};
