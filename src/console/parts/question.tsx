import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { text } from '../text/text.js';
import { Dialog } from './dialog.js';
import { Faults } from './faults.js';

interface Props {
  readonly title: string;
  readonly what: ReactNode;
  /** On the button that does it. */
  readonly verb: string;
  readonly color?: string;
  /** Answers what was wrong; where nothing was, the question goes. */
  readonly carryOut: () => Promise<readonly Fault[]>;
  readonly onClose: () => void;
}

/** Asks once, and says what it touches, before something is done that cannot be taken back with a click. */
export const Question = ({ title, what, verb, color = 'red', carryOut, onClose }: Props) => {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [running, setRunning] = useState(false);
  const answer = async (): Promise<void> => {
    setRunning(true);
    const wrong = await carryOut();
    setRunning(false);
    if (wrong.length === 0) onClose();
    else setFaults(wrong);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" component="div">{what}</Text>
        <Faults faults={faults} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>{text.shell.cancel}</Button>
          <Button color={color} loading={running} onClick={() => { void answer(); }}>{verb}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
