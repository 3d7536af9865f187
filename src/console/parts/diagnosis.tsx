import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { text } from '../text/text.js';
import { Copyable } from './copyable.js';

export interface DiagnosisShown {
  readonly id: string;
  readonly cause: string;
  readonly queuedMail: string;
  readonly link: string | null;
  readonly guide?: string | null;
  readonly remedy: readonly { readonly text: string; readonly command: string | null }[];
}

/** What is wrong, what to do about it step by step, and what becomes of the emails that wait. */
export const Diagnosis = ({ diagnosis: { id, cause, queuedMail, link, guide = null, remedy } }: { diagnosis: DiagnosisShown }) => (
  <Alert color="red" title={cause} p="sm">
    <Stack gap="sm">
      <List type="ordered" size="sm" spacing="xs">
        {remedy.map((step) => (
          <List.Item key={`${step.text} ${step.command ?? ''}`}>
            <Stack gap={4}>
              {step.text}
              {step.command !== null && <Copyable>{step.command}</Copyable>}
            </Stack>
          </List.Item>
        ))}
      </List>
      <Text size="sm"><strong>{text.testing.queuedMail}</strong> {queuedMail}</Text>
      <Text size="xs">
        {link !== null && <><Anchor href={link} target="_blank" rel="noreferrer noopener" inherit>{text.testing.vendorPage}</Anchor> · </>}
        {guide !== null && <><Anchor component={Link} href={`/guide?platform=${guide}`} inherit>{text.testing.guide}</Anchor> · </>}
        {text.testing.diagnosisId} {id}
      </Text>
    </Stack>
  </Alert>
);
