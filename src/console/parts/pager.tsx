import { Button, Group, Text } from '@mantine/core';
import { text } from '../text/text.js';

const PAGE = 20;

/** Which page of a list: by the keys of its first or last row, so that what is added meanwhile moves nothing. */
export type PageCursor = { readonly first: number; readonly after?: string } | { readonly last: number; readonly before: string };
export const FIRST: PageCursor = { first: PAGE };

interface Info { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null }

/** From page to page; not there where all fits on one. */
export const Pager = ({ info, total, shown, onMove }: { info: Info; total: number | null; shown: number; onMove: (cursor: PageCursor) => void }) => {
  if (!info.hasNextPage && !info.hasPreviousPage) return null;
  return (
    <Group component="nav" aria-label={text.shell.nextPage} gap="xs" justify="flex-end">
      {total !== null && <Text size="sm" c="dimmed">{text.shell.of(shown, total)}</Text>}
      <Button size="xs" variant="default" disabled={!info.hasPreviousPage || info.startCursor === null} onClick={() => onMove({ last: PAGE, before: info.startCursor ?? '' })}>{text.shell.previousPage}</Button>
      <Button size="xs" variant="default" disabled={!info.hasNextPage || info.endCursor === null} onClick={() => onMove({ first: PAGE, after: info.endCursor ?? '' })}>{text.shell.nextPage}</Button>
    </Group>
  );
};
