import { Notification, Portal } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';

/** Says that something was done. Stays until it is closed or the page is left: it may be read late. */
export const Notice = ({ children, onClose }: { children: ReactNode; onClose: () => void }) => (
  <Portal>
    <Notification role="status" color="teal" withBorder onClose={onClose} closeButtonProps={{ 'aria-label': text.shell.close }} pos="fixed" bottom={16} right={16} maw="24rem" style={{ zIndex: 300 }}>
      {children}
    </Notification>
  </Portal>
);
