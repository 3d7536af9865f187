import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';

/** What is there before the console: one question, in the middle of the page. */
export const Door = ({ title, what, children }: { title: string; what?: string; children: ReactNode }) => (
  <Center component="main" mih="100vh" p="md">
    <Paper withBorder p="lg" w="100%" maw={380}>
      <Stack gap="md">
        <Stack gap={4}>
          <Text size="sm" c="dimmed">{text.shell.name}</Text>
          <Title order={1}>{title}</Title>
          {what !== undefined && <Text size="sm" c="dimmed">{what}</Text>}
        </Stack>
        {children}
      </Stack>
    </Paper>
  </Center>
);
