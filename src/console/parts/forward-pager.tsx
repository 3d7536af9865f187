import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text/text.js';

/** The pages that were seen, so that one can go back: for lists that are only read forwards. */
export interface Pages { readonly after: string | null; readonly isFirst: boolean; next(cursor: string): void; previous(): void; restart(): void }

export const usePages = (): Pages => {
  const [seen, setSeen] = useState<readonly (string | null)[]>([null]);
  return {
    after: seen.at(-1) ?? null, isFirst: seen.length === 1,
    next: (cursor) => setSeen([...seen, cursor]), previous: () => setSeen(seen.slice(0, -1)), restart: () => setSeen([null]),
  };
};

export const ForwardPager = ({ pages, info, total }: { pages: Pages; info: { readonly hasNextPage: boolean; readonly endCursor: string | null }; total: number | null }) => {
  if (pages.isFirst && !info.hasNextPage) return null;
  return (
    <Group component="nav" aria-label={text.shell.nextPage} gap="xs" justify="flex-end">
      {total !== null && <Text size="sm" c="dimmed">{total.toLocaleString()}</Text>}
      <Button size="xs" variant="default" disabled={pages.isFirst} onClick={pages.previous}>{text.shell.previousPage}</Button>
      <Button size="xs" variant="default" disabled={!info.hasNextPage || info.endCursor === null} onClick={() => pages.next(info.endCursor ?? '')}>{text.shell.nextPage}</Button>
    </Group>
  );
};
