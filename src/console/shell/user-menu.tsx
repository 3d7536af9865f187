import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { forgetDrafts } from '../api/drafts.js';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Dialog } from '../parts/dialog.js';
import { Faults } from '../parts/faults.js';
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
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  const leave = async (): Promise<void> => {
    const { faults: wrong } = await signOut({});
    setFaults(wrong);
    if (wrong.length > 0) return;
    // Whatever was shown or typed is gone from this browser too.
    forgetDrafts();
    location.assign('/');
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
      {changing && <Dialog title={text.session.changePassword} onClose={() => setChanging(false)}><ChangePasswordForm current={null} onChanged={() => { setChanging(false); setChanged(true); }} /></Dialog>}
      {faults.length > 0 && <Dialog title={text.shell.fault} onClose={() => setFaults([])}><Faults faults={faults} /></Dialog>}
      {changed && <Notice onClose={() => setChanged(false)}>{text.session.changed}</Notice>}
    </>
  );
};
