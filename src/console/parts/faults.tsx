import { Alert, Button, List, Stack, Text } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { useContext } from 'react';
import { codeOf } from '../api/client.js';
import type { Fault } from '../api/use-change.js';
import { SessionContext } from '../session/viewer.js';
import { text } from '../text/text.js';

/** Where a fault stands within a form: the last name of its path that is no position of a list. */
const fieldOf = ({ path }: Fault): string | null => path.findLast((part) => !/^\d+$/.test(part)) ?? null;

/** What is wrong with a field, for its `error`; null where nothing is. */
export const faultAt = (faults: readonly Fault[], field: string): string | null => {
  const found = faults.filter((fault) => fieldOf(fault) === field);
  return found.length === 0 ? null : found.map(({ message }) => message).join(' ');
};

/** What is wrong and has no field of its own on the page, named by `except`; nothing where all have. Spoken when it appears. */
export const Faults = ({ faults, except = [] }: { faults: readonly Fault[]; except?: readonly string[] }) => {
  const left = faults.filter((fault) => !except.includes(fieldOf(fault) ?? ''));
  if (left.length === 0) return null;
  return (
    <Alert color="red" role="alert" p="sm">
      {left.length === 1 ? left[0]?.message : <List size="sm">{left.map(({ message }) => <List.Item key={message}>{message}</List.Item>)}</List>}
    </Alert>
  );
};

/** Why something cannot be shown. That Postroom cannot be reached is told above every page already. */
export const FaultNotice = ({ error, retry }: { error: CombinedError; retry: () => void }) => {
  const isOnPage = useContext(SessionContext) !== null;
  const unreached = codeOf(error) === null;
  if (unreached && isOnPage) return null;
  return (
    <Alert color="red" title={text.shell.fault} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{unreached ? text.reach.lost : error.graphQLErrors[0]?.message}</Text>
        <Button size="xs" variant="default" onClick={retry}>{text.shell.tryAgain}</Button>
      </Stack>
    </Alert>
  );
};
