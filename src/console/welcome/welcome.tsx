import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useData } from '../api/use-data.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { WelcomeQuery } from './welcome.generated.js';
import { WelcomeDocument } from './welcome.generated.js';

const words = text.welcome;
type StepName = keyof typeof words.steps;
interface Step { readonly name: StepName; readonly done: boolean; readonly href: string }

/** The way from nothing to mail that leaves the house, as far as it was gone. */
const stepsOf = ({ smtpAccounts, smtpConfiguration }: WelcomeQuery): readonly Step[] => {
  const accounts = smtpAccounts.edges.flatMap(({ node }) => (node.sandbox ? [] : [node]));
  const posted = accounts.find(({ settings }) => settings !== null);
  const account = posted ?? accounts[0];
  const at = (panel: string): string => (account === undefined ? '/accounts' : `/accounts/${account.id}?panel=${panel}`);
  return [
    { name: 'account', done: account !== undefined, href: '/accounts' },
    { name: 'settings', done: posted !== undefined || account?.lastTest != null, href: at('settings') },
    { name: 'test', done: account?.lastTest?.state === 'PASSED', href: at('test') },
    { name: 'post', done: posted !== undefined, href: at('settings') },
    { name: 'enable', done: smtpConfiguration.deliversOutside, href: '/configuration' },
  ];
};

const StepLine = ({ step: { name, done, href }, next }: { step: Step; next: boolean }) => (
  <li>
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Badge size="sm" variant="light" tt="none" miw="4.5rem" color={done ? 'teal' : next ? 'ink' : 'gray'}>{done ? words.done : next ? words.next : words.toCome}</Badge>
      <Stack gap={2} flex={1}><Text size="sm" fw={500}>{words.steps[name].title}</Text><Text size="sm" c="dimmed">{words.steps[name].what}</Text></Stack>
      {next && <Button component={Link} href={href} size="xs">{words.steps[name].go}</Button>}
    </Group>
  </li>
);

/** Leads who can set up mail through it, until mail leaves the house. */
export const Welcome = () => {
  const may = useMay();
  const can = may('SMTP_ACCOUNTS', 'ADD') && may('SMTP_ACCOUNTS', 'MODIFY') && may('SMTP_CONFIGURATION', 'MODIFY');
  const { data } = useData(WelcomeDocument, {}, { pause: !can });
  if (!can || data === null || data.smtpConfiguration.deliversOutside) return null;
  const steps = stepsOf(data);
  const next = steps.find(({ done }) => !done)?.name;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="welcome">
      <Stack gap="md">
        <Stack gap={2}><Title order={2} id="welcome">{words.title}</Title><Text size="sm" c="dimmed">{words.what}</Text></Stack>
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>{steps.map((step) => <StepLine key={step.name} step={step} next={step.name === next} />)}</Stack>
      </Stack>
    </Paper>
  );
};
