import type { MantineSize } from '@mantine/core';
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Fault } from '../api/use-change.js';
import { text } from '../text/text.js';
import { Dialog } from './dialog.js';
import { Faults } from './faults.js';

interface Props {
  readonly title: string;
  readonly verb: string;
  readonly faults: readonly Fault[];
  /** The fields that show their faults themselves. */
  readonly fields: readonly string[];
  readonly running: boolean;
  readonly size?: MantineSize;
  readonly children: ReactNode;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}

/** A form in a dialog: its fields, what is wrong, and a way out without saving. */
export const FormDialog = ({ title, verb, faults, fields, running, size, children, onSave, onClose }: Props) => (
  <Dialog title={title} {...(size === undefined ? {} : { size })} onClose={onClose}>
    <form onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
      <Stack gap="sm">
        {children}
        <Faults faults={faults} except={fields} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{text.shell.cancel}</Button>
          <Button type="submit" loading={running}>{verb}</Button>
        </Group>
      </Stack>
    </form>
  </Dialog>
);
