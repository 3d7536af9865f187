import { List, Stack } from '@mantine/core';
import { Empty } from '../parts/empty.js';
import { text } from '../text/text.js';
import type { Account } from './fields.js';

const words = text.accounts;

/** What sends through an account, and so keeps it from being erased. */
export const UsagePanel = ({ account: { usedBy } }: { account: Account }) => (usedBy.length === 0
  ? <Empty title={words.unused} what={words.unusedWhat} />
  : <Stack><List size="sm">{usedBy.map(({ type, id, name }) => <List.Item key={`${type} ${id}`}>{type}: {name}</List.Item>)}</List></Stack>);
