import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { Faults } from '../parts/faults.js';
import { text } from '../text/text.js';
import type { ConsoleSignInMutation } from './session.generated.js';
import { ConsoleSignInDocument } from './session.generated.js';

type SignedIn = NonNullable<ConsoleSignInMutation['signIn']['viewer']>;

/** Email and password; the session is kept in a cookie that no script can read. */
export const SignInForm = ({ onSignedIn, email: known = '' }: { onSignedIn: (viewer: SignedIn, password: string) => void; email?: string }) => {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [signIn, running] = useChange(ConsoleSignInDocument);
  const [faults, setFaults] = useState<Awaited<ReturnType<typeof signIn>>['faults']>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await signIn({ email: email.trim(), password });
    setFaults(done.faults);
    if (done.payload?.viewer) onSignedIn(done.payload.viewer, password);
  };
  return (
    <form onSubmit={(event) => { void submit(event); }}>
      <Stack gap="sm">
        <TextInput label={text.session.email} type="email" name="email" autoComplete="username" required autoFocus={known === ''} value={email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
        <PasswordInput label={text.session.password} name="password" autoComplete="current-password" required autoFocus={known !== ''} value={password} onChange={({ currentTarget }) => setPassword(currentTarget.value)} />
        <Faults faults={faults} />
        <Button type="submit" loading={running}>{text.session.signIn}</Button>
      </Stack>
    </form>
  );
};
