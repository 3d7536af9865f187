import { Badge, Button, Code, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { Copyable } from '../parts/copyable.js';
import { Faults } from '../parts/faults.js';
import { text } from '../text/text.js';
import type { CheckSenderDomainsQuery } from './accounts.generated.js';
import type { DomainCheck } from './use-domain-check.js';

const words = text.senderDomains;
const COLORS = { PASSED: 'teal', WARNING: 'yellow', FAILED: 'red', UNKNOWN: 'gray' } as const;
type Finding = CheckSenderDomainsQuery['senderDomainChecks'][number]['findings'][number];

const FindingLine = ({ finding: { check, outcome, message, record, remedy } }: { finding: Finding }) => (
  <Group gap="sm" align="flex-start" wrap="nowrap">
    <Badge size="sm" variant="light" color={COLORS[outcome]} tt="none" miw="5.5rem">{words.outcomes[outcome]}</Badge>
    <Stack gap={4} flex={1} miw={0}>
      <Text size="sm"><strong>{words.checks[check]}</strong> {message}</Text>
      {record !== null && <Code className="words">{record}</Code>}
      {remedy.length > 0 && <List type="ordered" size="sm" spacing={4}>{remedy.map((step) => <List.Item key={`${step.text} ${step.command ?? ''}`}><Stack gap={4}>{step.text}{step.command !== null && <Copyable>{step.command}</Copyable>}</Stack></List.Item>)}</List>}
    </Stack>
  </Group>
);

/** What DNS says of the domains that emails of the account may be from, with the records to publish. */
export const DomainsPanel = ({ edited, check: { selectors, setSelectors, asking, found, fault, check } }: { edited: boolean; check: DomainCheck }) => (
  <Stack gap="md" maw="56rem">
    <Text size="sm" c="dimmed">{words.what}{edited ? ` ${words.withEdits}` : ''}</Text>
    <form onSubmit={(event) => { event.preventDefault(); void check(); }}>
      <Group gap="xs" align="flex-end">
        <TextInput flex={1} maw="28rem" label={words.selectors} description={words.selectorsHint} value={selectors} onChange={({ currentTarget }) => setSelectors(currentTarget.value)} />
        <Button type="submit" loading={asking}>{words.check}</Button>
      </Group>
    </form>
    <Faults faults={fault === null ? [] : [{ code: 'INVALID', message: fault, path: [] }]} />
    {found.map(({ domain, findings }) => (
      <section key={domain} aria-label={domain}>
        <Title order={2} mb="xs">{domain}</Title>
        <Stack gap="sm">{findings.map((finding) => <FindingLine key={`${finding.check} ${finding.message}`} finding={finding} />)}</Stack>
      </section>
    ))}
  </Stack>
);
