import { Center, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Loading } from '../parts/loading.js';
import { codeOf, signedOut } from '../api/client.js';
import { renew } from '../api/reach.js';
import { useStore } from '../api/store.js';
import { useData } from '../api/use-data.js';
import { FaultNotice } from '../parts/faults.js';
import { text } from '../text/text.js';
import { ChangePasswordForm } from './change-password-form.js';
import { Door } from './door.js';
import { SessionDocument } from './session.generated.js';
import { SignInForm } from './sign-in-form.js';
import { SessionContext } from './viewer.js';

/**
 * Shows the console to who is signed in. A session that ends meanwhile is begun again over the page, so that nothing typed is
 * lost; somebody else who signs in there gets a page of their own.
 */
export const Gate = ({ children }: { children: ReactNode }) => {
  const { data, error, refresh } = useData(SessionDocument, {});
  const over = useStore(signedOut);
  // Kept for the moment between a sign-in with a one-time password and the choice of another; never longer.
  const [oneTime, setOneTime] = useState<string | null>(null);
  const viewer = data?.viewer ?? null;
  const letIn = (password: string | null): void => {
    setOneTime(password);
    signedOut.set(false);
    renew();
  };
  if (viewer === null) {
    if (over) return <Door title={text.session.title}><SignInForm onSignedIn={({ mustChangePassword }, password) => letIn(mustChangePassword ? password : null)} /></Door>;
    if (error !== null && codeOf(error) !== 'UNAUTHENTICATED') return <Center p="xl"><FaultNotice error={error} retry={refresh} /></Center>;
    return <Center mih="100vh"><Loading /></Center>;
  }
  if (viewer.mustChangePassword) {
    return <Door title={text.session.choosePassword} what={text.session.choosePasswordWhat}><ChangePasswordForm current={oneTime} onChanged={() => letIn(null)} /></Door>;
  }
  return (
    <SessionContext value={{ viewer, refresh }}>
      {children}
      <Modal opened={over} onClose={() => {}} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={text.session.over}>
        <Stack gap="md">
          <Text size="sm">{text.session.overWhat}</Text>
          <SignInForm onSignedIn={({ id }) => { if (id === viewer.id) letIn(null); else location.reload(); }} />
        </Stack>
      </Modal>
    </SessionContext>
  );
};
