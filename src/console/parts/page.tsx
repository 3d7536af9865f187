import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { text } from '../text/text.js';

/** A page: its title, what can be done, and what it shows. */
export const Page = ({ title, beside, actions, children }: { title: string; beside?: ReactNode; actions?: ReactNode; children: ReactNode }) => {
  useEffect(() => { document.title = `${title} · ${text.shell.name}`; }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Group gap="xs"><Title order={1}>{title}</Title>{beside}</Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
};
