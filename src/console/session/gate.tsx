import { Center, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Loading } from '../parts/loading.js';
import { codeOf, signedOut } from '../api/client.js';
import { forgetDrafts } from '../api/drafts.js';
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

/** Whether mail goes out, and which accounts fail, is told on every page: what others did meanwhile, too. */
const EVERY_MS = 30_000;

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
  const anew = (): void => {
    forgetDrafts();
    location.reload();
  };
  useEffect(() => {
    const again = (): void => { if (document.visibilityState === 'visible' && !signedOut.get()) refresh(); };
    const each = setInterval(again, EVERY_MS);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(each);
      document.removeEventListener('visibilitychange', again);
    };
  });
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
      {over && (
        // Above every other dialog, whichever was open when the session ended.
        <Modal opened zIndex={400} onClose={() => {}} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={text.session.over}>
          <Stack gap="md">
            <Text size="sm">{text.session.overWhat}</Text>
            <SignInForm onSignedIn={({ id }) => { if (id === viewer.id) letIn(null); else anew(); }} />
          </Stack>
        </Modal>
      )}
    </SessionContext>
  );
};
