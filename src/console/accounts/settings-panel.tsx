import { Alert, Divider, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useData } from '../api/use-data.js';
import { useAccountChoices } from '../choices/use-choices.js';
import { Faults } from '../parts/faults.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { SettingChoicesDocument } from './accounts.generated.js';
import type { Account, Field } from './fields.js';
import { changesSince, FIELDS, isSecret, valuesOf } from './fields.js';
import { FillIn } from './fill-in.js';
import { SettingField } from './setting-field.js';
import type { Editing } from './use-draft.js';

const words = text.accounts;

const Overtaken = ({ account, editing }: { account: Account; editing: Editing }) => {
  if (editing.overtaken === null) return null;
  return (
    <Alert color="yellow" role="alert" title={words.staleTitle}>
      <Text size="sm">{words.staleWhat}</Text>
      <List size="sm">{changesSince(editing.overtaken.seen, account.settings).map(({ name, before, after }) => <List.Item key={name}>{words.staleChange(words.fields[name], before, after)}</List.Item>)}</List>
    </Alert>
  );
};

interface Props { readonly account: Account; readonly editing: Editing; readonly panel: Field['panel']; readonly readOnly: boolean }

/** The fields of a panel, by section; those that the settings as edited need. */
export const SettingsPanel = ({ account, editing, panel, readOnly }: Props) => {
  const may = useMay();
  const { data: choices } = useData(SettingChoicesDocument, {}, { pause: !may('SMTP_ACCOUNTS', 'ACCESS') });
  const accounts = useAccountChoices({ sandbox: false });
  const values = valuesOf(account.settings, editing.edits);
  const fields = FIELDS.filter((field) => field.panel === panel && (field.shown?.(values) ?? true));
  const sections = Map.groupBy(fields, ({ section }) => section);
  const own = new Set<string>(fields.map(({ name }) => name));
  return (
    <Stack gap="md" maw="56rem">
      {readOnly && <Text size="sm" c="dimmed">{words.mayNotChange}</Text>}
      <Overtaken account={account} editing={editing} />
      {panel === 'settings' && !readOnly && !account.sandbox && <FillIn presets={choices?.smtpProviderPresets ?? []} editing={editing} />}
      {/* No field posts by itself on Enter: what is posted is in force at once. */}
      <form onSubmit={(event) => event.preventDefault()} aria-label={words.panels[panel]}>
        <Stack gap="md">
          {[...sections].map(([section, parts], at) => (
            <section key={section} aria-labelledby={`section-${section}`}>
              {at > 0 && <Divider mb="md" />}
              <Title order={2} id={`section-${section}`} mb="sm">{words.sections[section]}</Title>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
                {parts.map((field) => <SettingField key={field.name} field={field} account={account} editing={editing} choices={choices} accounts={accounts} readOnly={readOnly} />)}
              </SimpleGrid>
            </section>
          ))}
        </Stack>
      </form>
      <Faults faults={editing.faults} except={[...own]} />
      {Object.keys(editing.edits).some(isSecret) && <Text size="xs" c="dimmed">{words.secretsForgotten}</Text>}
    </Stack>
  );
};
