import { Alert, Anchor, Button, Group, List, Select, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useClient } from 'urql';
import { Faults } from '../parts/faults.js';
import { text } from '../text/text.js';
import type { DiscoverSettingsQuery, SettingChoicesQuery } from './accounts.generated.js';
import { DiscoverSettingsDocument } from './accounts.generated.js';
import type { Edits } from './fields.js';
import type { Editing } from './use-draft.js';

const words = text.accounts;
type Found = DiscoverSettingsQuery['discoverSmtpSettings'];
type Proposal = Found['proposals'][number];
type Preset = SettingChoicesQuery['smtpProviderPresets'][number];

const editsOf = ({ server, port, security, authentication, oauthProvider, accountName }: Proposal, address: string): Edits => ({
  useSendGrid: false, server, port, security, authentication, ...(oauthProvider === null ? {} : { oauthProvider }),
  // No account name is proposed where it is not known: some providers' log-on is no address.
  ...(address.includes('@') ? { emailFrom: address } : {}), ...(accountName === null ? {} : { accountName }),
});

const editsOfPreset = ({ server, useSendGrid, ports: [first], authentications: [authentication], oauthProvider, accountName }: Preset): Edits => ({
  useSendGrid,
  ...(useSendGrid ? {} : {
    ...(server === null ? {} : { server }), ...(first === undefined ? {} : { port: first.port, security: first.security }),
    ...(authentication === undefined ? {} : { authentication }), ...(oauthProvider === null || authentication !== 'OAUTH2' ? {} : { oauthProvider }),
    ...(accountName === null ? {} : { accountName }),
  }),
});

/** Proposals for an address, each with where it comes from; choosing one fills the form, and posts nothing. */
const Discovery = ({ editing }: { editing: Editing }) => {
  const client = useClient();
  const [address, setAddress] = useState('');
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsking(true);
    const { data, error } = await client.query(DiscoverSettingsDocument, { addressOrDomain: address.trim() }, { requestPolicy: 'network-only' }).toPromise();
    setAsking(false);
    const message = error?.graphQLErrors[0]?.message ?? text.reach.lost;
    setFound(data?.discoverSmtpSettings ?? { domain: null, proposals: [], sources: [], userErrors: [{ code: 'INVALID', message, path: [] }] });
  };
  return (
    <Stack gap="xs">
      <form onSubmit={(event) => { void find(event); }}>
        <Group gap="xs" align="flex-end">
          <TextInput flex={1} label={words.findLabel} description={words.findHint} required value={address} onChange={({ currentTarget }) => setAddress(currentTarget.value)} />
          <Button type="submit" variant="default" loading={asking}>{words.find}</Button>
        </Group>
      </form>
      {found !== null && <Faults faults={found.userErrors} />}
      {found !== null && found.userErrors.length === 0 && (
        <Alert p="sm" role="status" title={found.proposals.length === 0 ? words.noProposal : undefined}>
          <List size="sm" spacing="xs" listStyleType="none">
            {found.proposals.map((one) => (
              <List.Item key={`${one.server}:${one.port}`}>
                <Group gap="xs" justify="space-between" wrap="nowrap">
                  <Text size="sm"><strong>{one.server}:{one.port}</strong> {one.explanation}</Text>
                  <Button size="compact-xs" variant="default" onClick={() => editing.editAll(editsOf(one, address.trim()))}>{words.use}</Button>
                </Group>
              </List.Item>
            ))}
            {found.proposals.length === 0 && found.sources.map(({ source, message }) => <List.Item key={`${source} ${message}`}>{message}</List.Item>)}
          </List>
        </Alert>
      )}
    </Stack>
  );
};

/** What saves typing: settings looked up from an address, or those of a known provider. */
export const FillIn = ({ presets, editing }: { presets: readonly Preset[]; editing: Editing }) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const preset = presets.find(({ id }) => id === chosen) ?? null;
  const choose = (id: string | null): void => {
    setChosen(id);
    const next = presets.find((one) => one.id === id);
    if (next !== undefined) editing.editAll(editsOfPreset(next));
  };
  return (
    <Stack gap="xs">
      <Discovery editing={editing} />
      <Select label={words.preset} placeholder={words.presetNone} searchable data={presets.map(({ id, name }) => ({ value: id, label: name }))} value={chosen} onChange={choose} />
      {preset !== null && (
        <Text size="sm" c="dimmed">
          {[preset.serverHint, preset.accountNameHint, preset.passwordHint, ...preset.limits].filter((hint) => hint !== null).join(' ')}{' '}
          <Anchor href={preset.link} target="_blank" rel="noreferrer noopener" inherit>{text.testing.vendorPage}</Anchor>
        </Text>
      )}
    </Stack>
  );
};
