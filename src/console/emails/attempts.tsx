import { Group, Stack, Text, Timeline } from '@mantine/core';
import { Diagnosis } from '../parts/diagnosis.js';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import type { EmailRecord } from './email-page.js';

const words = text.emails;

/** What was tried, the latest first: by which account, how far it came, what the server said, and what that means. */
export const Attempts = ({ email: { attempts } }: { email: EmailRecord }) => {
  if (attempts.length === 0) return <Text size="sm" c="dimmed">{words.noAttempts}</Text>;
  return (
    <Timeline bulletSize={14} lineWidth={2} active={attempts.length} color="gray">
      {attempts.toReversed().map((attempt) => (
        <Timeline.Item key={attempt.number} title={<Group gap="xs"><Text size="sm" fw={600}>{words.attempt(attempt.number)}: {attempt.outcome}</Text><Text size="xs" c="dimmed"><When at={attempt.at} kind="full" /> · {text.testing.stages[attempt.stage]} · {text.testing.milliseconds(attempt.latencyMs)}{attempt.account === null ? '' : ` · ${attempt.account.number} ${attempt.account.name}`}</Text></Group>}>
          <Stack gap="xs">
            {attempt.reply !== null && <Text size="xs" ff="monospace" className="words">{attempt.reply}</Text>}
            {attempt.diagnosis !== null && <Diagnosis diagnosis={attempt.diagnosis} />}
          </Stack>
        </Timeline.Item>
      ))}
    </Timeline>
  );
};
