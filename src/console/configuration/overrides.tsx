import { Badge, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { Question } from '../parts/question.js';
import { RowTable } from '../parts/row-table.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { Area } from './area-form.js';
import { AreaForm } from './area-form.js';
import { EraseAreaDocument } from './configuration.generated.js';
import { RoutePreview } from './route-preview.js';
import type { Configuration, ConfigurationEditing } from './use-configuration-edits.js';

const words = text.configuration;

interface Props {
  readonly posted: Configuration;
  readonly areas: readonly Area[];
  readonly editing: ConfigurationEditing;
  readonly accounts: readonly { readonly value: string; readonly label: string }[];
  readonly readOnly: boolean;
  readonly refresh: () => void;
}

/** The areas, the account of each, and where its emails would go. */
export const Overrides = ({ posted, areas, editing, accounts, readOnly, refresh }: Props) => {
  const may = useMay();
  const [form, setForm] = useState<Area | 'new' | null>(null);
  const [erasing, setErasing] = useState<Area | null>(null);
  const [erase] = useChange(EraseAreaDocument);
  const accountOf = (code: string): string | null => {
    const edit = editing.edits.overrides?.[code];
    return edit === undefined ? posted.overrides.find(({ area }) => area === code)?.account.id ?? null : edit;
  };
  const changeable = may('SMTP_CONFIGURATION', 'MODIFY') || may('SMTP_CONFIGURATION', 'ERASE');
  return (
    <section>
      <Group justify="space-between" gap="xs" mb="xs">
        <Stack gap={2}><Title order={2}>{words.overrides}</Title><Text size="sm" c="dimmed">{words.overridesWhat}</Text></Stack>
        {may('SMTP_CONFIGURATION', 'ADD') && <Button size="xs" variant="default" onClick={() => setForm('new')}>{words.addArea}</Button>}
      </Group>
      <RowTable label={words.overrides} rows={areas} keyOf={({ code }) => code} columns={[
        { head: words.area, rowHead: true, cell: ({ code, name, discovered }) => <Group gap={6}><span>{name}</span><Text size="xs" c="dimmed">{code}</Text>{discovered && <Badge size="sm" variant="light" tt="none">{words.discovered}</Badge>}</Group> },
        {
          head: words.account,
          cell: ({ code, name }) => <Select size="xs" aria-label={`${words.account}: ${name}`} disabled={readOnly} searchable clearable placeholder={words.byDefault} data={accounts} value={accountOf(code)} onChange={(next) => editing.route(code, next)} miw="14rem" />,
        },
        { head: words.wouldHappen, cell: ({ code }) => <RoutePreview area={code} proposed={editing.proposed} /> },
        ...(changeable ? [{
          head: words.actions,
          cell: (area: Area) => (
            <Group gap={4} wrap="nowrap">
              {may('SMTP_CONFIGURATION', 'MODIFY') && <Button size="compact-xs" variant="default" onClick={() => setForm(area)} aria-label={`${words.editArea}: ${area.name}`}>{words.editArea}</Button>}
              {may('SMTP_CONFIGURATION', 'ERASE') && <Button size="compact-xs" variant="default" onClick={() => setErasing(area)} aria-label={`${words.eraseArea}: ${area.name}`}>{words.eraseArea}</Button>}
            </Group>
          ),
        }] : []),
      ]} />
      {form !== null && <AreaForm area={form === 'new' ? null : form} onSaved={refresh} onClose={() => setForm(null)} />}
      {erasing !== null && (
        <Question title={words.eraseQuestion(erasing.name)} what={words.eraseWhat} verb={words.eraseArea} onClose={() => setErasing(null)} carryOut={async () => {
          const { faults } = await erase({ code: erasing.code, version: erasing.version });
          refresh();
          return faults;
        }} />
      )}
    </section>
  );
};
