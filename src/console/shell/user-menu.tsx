import { Button, Menu, Modal, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { Notice } from '../parts/notice.js';
import { ChangePasswordForm } from '../session/change-password-form.js';
import { ConsoleSignOutDocument } from '../session/session.generated.js';
import { useSession } from '../session/viewer.js';
import { text } from '../text/text.js';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Who is signed in, and what is its own: appearance, password, the end of the session. */
export const UserMenu = () => {
  const { viewer } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [signOut] = useChange(ConsoleSignOutDocument);
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  const leave = async (): Promise<void> => {
    const { faults } = await signOut({});
    // Whatever was shown is gone from this browser too.
    if (faults.length === 0) location.assign('/');
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" size="xs" aria-label={text.session.signedInAs(viewer.name)}>{viewer.name}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{text.shell.themeLabel}</Menu.Label>
          {SCHEMES.map((scheme) => (
            <Menu.Item key={scheme} role="menuitemradio" aria-checked={scheme === colorScheme} onClick={() => setColorScheme(scheme)} rightSection={scheme === colorScheme ? '✓' : undefined}>{text.shell.theme[scheme]}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setChanging(true)}>{text.session.changePassword}</Menu.Item>
          <Menu.Item onClick={() => { void leave(); }}>{text.session.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={changing} onClose={() => setChanging(false)} title={text.session.changePassword} closeButtonProps={{ 'aria-label': text.shell.close }}>
        <ChangePasswordForm current={null} onChanged={() => { setChanging(false); setChanged(true); }} />
      </Modal>
      {changed && <Notice onClose={() => setChanged(false)}>{text.session.changed}</Notice>}
    </>
  );
};
