import { ActionIcon, Code, CopyButton, Group } from '@mantine/core';
import { text } from '../text/text.js';

const CopyMark = () => (
  <svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true"><rect x="5.5" y="5.5" width="8" height="8" rx="1.5" /><path d="M3 10.5H2.5v-8h8V3" /></svg>
);

/** A command or a record to be pasted elsewhere. */
export const Copyable = ({ children }: { children: string }) => (
  <Group gap={4} wrap="nowrap" align="flex-start">
    <Code block className="words" flex={1} tabIndex={0}>{children}</Code>
    <CopyButton value={children}>
      {({ copied, copy }) => (
        <ActionIcon variant="default" size="md" onClick={copy} aria-label={copied ? text.shell.copied : text.shell.copy} title={copied ? text.shell.copied : text.shell.copy}>{copied ? '✓' : <CopyMark />}</ActionIcon>
      )}
    </CopyButton>
  </Group>
);
