import { Alert, Badge, Button, NumberInput, Select, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Loading } from '../parts/loading.js';
import { useData } from '../api/use-data.js';
import { accountLabel, useAccountChoices } from '../choices/use-choices.js';
import { faultAt, FaultNotice, Faults } from '../parts/faults.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { ConfigurationQuery } from './configuration.generated.js';
import { ConfigurationDocument } from './configuration.generated.js';
import { Overrides } from './overrides.js';
import { RoutePreview } from './route-preview.js';
import { useConfigurationEdits } from './use-configuration-edits.js';

const words = text.configuration;
const RETENTION = ['contentRetentionDays', 'emailRetentionDays'] as const;

const Form = ({ data, refresh }: { data: ConfigurationQuery; refresh: () => void }) => {
  const may = useMay();
  const session = useSession();
  const [posted, setPosted] = useState(false);
  const { smtpConfiguration: shown, emailAreas } = data;
  const editing = useConfigurationEdits(shown, () => { refresh(); session.refresh(); });
  // Who may not see accounts sees those that are in use, by their names.
  const inUse = [shown.defaultAccount ?? [], ...shown.overrides.map(({ account }) => account)].flat().map((account) => ({ value: account.id, label: accountLabel(account) }));
  const accounts = [...new Map([...inUse, ...useAccountChoices()].map((choice) => [choice.value, choice])).values()];
  const readOnly = !may('SMTP_CONFIGURATION', 'MODIFY');
  const { edits, faults } = editing;
  const post = async (): Promise<void> => setPosted(await editing.post());
  return (
    <Page title={words.title} beside={editing.isEdited && <Badge size="sm" variant="light" color="yellow" tt="none">{words.unposted}</Badge>} actions={readOnly ? null : (
      <>
        {editing.isEdited && <Button variant="default" onClick={editing.discard}>{words.discard}</Button>}
        <Button disabled={!editing.isEdited} loading={editing.posting} onClick={() => { void post(); }}>{words.post}</Button>
      </>
    )}>
      {readOnly && <Text size="sm" c="dimmed">{words.mayNotChange}</Text>}
      {editing.isOvertaken && <Alert color="yellow" role="alert" title={words.staleTitle}>{words.staleWhat}</Alert>}
      <Faults faults={faults} except={['enabled', 'defaultAccountId', ...RETENTION]} />
      <Stack gap="sm" maw="32rem">
        <Switch label={words.enabled} description={words.enabledHint} disabled={readOnly} checked={edits.enabled ?? shown.enabled} onChange={({ currentTarget }) => editing.edit({ enabled: currentTarget.checked })} />
        <Select label={words.defaultAccount} description={words.defaultHint} placeholder={words.noAccount} searchable clearable disabled={readOnly} error={faultAt(faults, 'defaultAccountId')} data={accounts} value={edits.defaultAccountId === undefined ? shown.defaultAccountId : edits.defaultAccountId} onChange={(next) => editing.edit({ defaultAccountId: next })} />
        <RoutePreview area={null} proposed={editing.proposed} />
      </Stack>
      <Overrides posted={shown} areas={emailAreas} editing={editing} accounts={accounts} readOnly={readOnly} refresh={refresh} />
      <section>
        <Title order={2} mb="xs">{words.retention}</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }} maw="48rem">
          {RETENTION.map((name) => (
            <NumberInput key={name} label={words[name]} description={words.retentionHint} disabled={readOnly} allowNegative={false} allowDecimal={false} error={faultAt(faults, name)} value={(edits[name] === undefined ? shown[name] : edits[name]) ?? ''} onChange={(next) => editing.edit({ [name]: next === '' ? null : Number(next) })} />
          ))}
        </SimpleGrid>
      </section>
      {posted && <Notice onClose={() => setPosted(false)}>{words.posted}</Notice>}
    </Page>
  );
};

/** Whether mail goes out, by which account, and which areas go their own way. */
export const ConfigurationPage = () => {
  const { data, error, refresh } = useData(ConfigurationDocument, {});
  if (data === null) return error === null ? <Loading /> : <FaultNotice error={error} retry={refresh} />;
  return <Form data={data} refresh={refresh} />;
};
