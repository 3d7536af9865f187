import { Notification, Portal } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';

/** Says that something was done, or (by its colour) was not. Stays until it is closed or the page is left: it may be read late. */
export const Notice = ({ children, color = 'teal', onClose }: { children: ReactNode; color?: string; onClose: () => void }) => (
  <Portal>
    <Notification role="status" color={color} withBorder onClose={onClose} closeButtonProps={{ 'aria-label': text.shell.close }} pos="fixed" bottom={16} right={16} maw="24rem" style={{ zIndex: 300 }}>
      {children}
    </Notification>
  </Portal>
);
