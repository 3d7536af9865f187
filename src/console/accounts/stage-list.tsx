import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import type { StageShownFragment } from './test-types.js';

const words = text.testing;
const COLORS = { PASSED: 'teal', FAILED: 'red', SKIPPED: 'gray', WAITING: 'gray', RUNNING: 'ink' } as const;

/** What a test goes through with a server; SendGrid is one call. */
const WAY = ['DNS', 'TCP', 'GREETING', 'EHLO', 'TLS', 'AUTH', 'MAIL_FROM', 'RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA', 'DONE'] as const;

const Certificate = ({ of }: { of: NonNullable<StageShownFragment['certificate']> }) => (
  <List size="xs" listStyleType="none" aria-label={words.certificate}>
    <List.Item>{of.protocol}, {of.cipherSuite}</List.Item>
    <List.Item>{words.certificateOf} {of.subject}; {words.certificateNames.toLowerCase()} {of.names.join(', ')}</List.Item>
    <List.Item>{words.certificateBy} {of.issuer}</List.Item>
    {of.validUntil !== null && <List.Item>{words.certificateUntil} <When at={of.validUntil} kind="day" /></List.Item>}
    <List.Item>{of.trusted ? words.certificateTrusted : `${words.certificateNot}: ${of.distrustMessage ?? ''}`}</List.Item>
  </List>
);

const Outcome = ({ outcome }: { outcome: keyof typeof COLORS }) => <Badge size="sm" variant="light" color={COLORS[outcome]} tt="none" miw="5.5rem">{words.outcome[outcome]}</Badge>;

const Done = ({ stage: { stage, outcome, latencyMs, reply, detail, certificate } }: { stage: StageShownFragment }) => (
  <Group gap="sm" align="flex-start" wrap="nowrap">
    <Outcome outcome={outcome} />
    <Stack gap={2} flex={1} miw={0}>
      <Group gap="xs" justify="space-between" wrap="nowrap"><Text size="sm" fw={500}>{words.stages[stage]}</Text>{outcome !== 'SKIPPED' && <Text size="xs" c="dimmed">{words.milliseconds(latencyMs)}</Text>}</Group>
      {detail !== null && <Text size="xs" c="dimmed" className="words">{detail}</Text>}
      {reply !== null && <Text size="xs" ff="monospace" className="words">{reply}</Text>}
      {certificate !== null && <Certificate of={certificate} />}
    </Stack>
  </Group>
);

/** The stages of a test: those that ended, the one under way, and those to come. */
export const StageList = ({ stages, running }: { stages: readonly StageShownFragment[]; running: boolean }) => {
  const ended = new Set<string>(stages.map(({ stage }) => stage));
  const byApi = ended.has('PROVIDER_API');
  const left = running && !byApi ? WAY.filter((stage) => !ended.has(stage)) : [];
  return (
    <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {stages.map((stage, at) => <li key={`${stage.stage} ${String(at)}`}><Done stage={stage} /></li>)}
      {left.map((stage, at) => <li key={stage}><Group gap="sm"><Outcome outcome={at === 0 ? 'RUNNING' : 'WAITING'} /><Text size="sm" c="dimmed">{words.stages[stage]}</Text></Group></li>)}
    </Stack>
  );
};
