import { Modal } from '@mantine/core';
import type { MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { signedOut } from '../api/client.js';
import { useStore } from '../api/store.js';
import { text } from '../text/text.js';

interface Props { readonly title: string; readonly size?: MantineSize; readonly children: ReactNode; readonly onClose: () => void }

/**
 * A dialog that is there as long as it is mounted. The focus goes back to where it was, so that who uses the keyboard goes on there. A
 * click beside it does not close it: what was typed would be lost. While the session is over nothing closes it, for the sign-in is
 * above it.
 */
export const Dialog = ({ title, size, children, onClose }: Props) => {
  const over = useStore(signedOut);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const { current } = opener;
    // What was in a menu is gone with it; its button got the focus, and is where it belongs.
    return () => { if (current instanceof HTMLElement && current.isConnected) current.focus(); };
  }, []);
  return (
    <Modal opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })} closeOnClickOutside={false} closeOnEscape={!over} trapFocus={!over} returnFocus={false} closeButtonProps={{ 'aria-label': text.shell.close }}>
      {children}
    </Modal>
  );
};
