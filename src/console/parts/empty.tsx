import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing is there: why, and what to do next. */
export const Empty = ({ title, what, children }: { title: string; what: ReactNode; children?: ReactNode }) => (
  <Stack align="center" gap="xs" py="xl" ta="center">
    <Title order={2}>{title}</Title>
    <Text size="sm" c="dimmed" maw="32rem">{what}</Text>
    {children}
  </Stack>
);
