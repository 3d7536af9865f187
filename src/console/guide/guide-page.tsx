import { Anchor, List, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { useData } from '../api/use-data.js';
import { useAccountChoices } from '../choices/use-choices.js';
import { Copyable } from '../parts/copyable.js';
import { FaultNotice } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { text } from '../text/text.js';
import type { RelayingPlatform } from './guide.generated.js';
import { GuideListDocument, GuidePageDocument } from './guide.generated.js';

const words = text.guide;

const Platform = ({ platform, accountId }: { platform: RelayingPlatform; accountId: string | null }) => {
  const { data, error, refresh } = useData(GuidePageDocument, { platform, accountId });
  if (error !== null && data === null) return <FaultNotice error={error} retry={refresh} />;
  const shown = data?.relayingGuide;
  if (!shown) return null;
  return (
    <Stack gap="md" maw="56rem">
      <Text size="sm">{shown.introduction}</Text>
      {shown.sections.map((section) => (
        <section key={section.title}>
          <Title order={2} mb="xs">{section.title}</Title>
          <List type="ordered" size="sm" spacing="xs">
            {section.steps.map((step) => <List.Item key={`${step.text} ${step.command ?? ''}`}><Stack gap={4}>{step.text}{step.command !== null && <Copyable>{step.command}</Copyable>}</Stack></List.Item>)}
          </List>
        </section>
      ))}
      <Text size="sm"><Anchor href={shown.link} target="_blank" rel="noreferrer noopener" inherit>{words.vendor}</Anchor></Text>
    </Stack>
  );
};

/** How to get mail relayed, with the names of an account filled in. */
export const GuidePage = () => {
  const [query, setQuery] = useSearchParams();
  const { data } = useData(GuideListDocument, {});
  const accounts = useAccountChoices({ sandbox: false });
  const guides = data?.relayingGuides ?? [];
  const platform = (query.get('platform') ?? guides[0]?.platform ?? null) as RelayingPlatform | null;
  const accountId = query.get('account');
  const set = (change: { platform?: string | null; account?: string | null }): void => {
    const next = { platform, account: accountId, ...change };
    setQuery(Object.fromEntries(Object.entries(next).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))), { replace: true });
  };
  return (
    <Page title={words.title}>
      <Text size="sm" c="dimmed">{words.what}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw="40rem">
        <Select label={words.platform} allowDeselect={false} data={guides.map(({ platform: value, title }) => ({ value, label: title }))} value={platform} onChange={(next) => set({ platform: next })} />
        <Select label={words.account} placeholder={words.noAccount} clearable searchable data={accounts} value={accountId} onChange={(next) => set({ account: next })} />
      </SimpleGrid>
      {platform !== null && <Platform key={platform} platform={platform} accountId={accountId} />}
    </Page>
  );
};
