import { Button, PasswordInput, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Faults, faultAt } from '../parts/faults.js';
import { text } from '../text/text.js';
import { ConsoleChangePasswordDocument } from './session.generated.js';

/** `current`: known already, where one was just signed in with it. */
export const ChangePasswordForm = ({ current: known, onChanged }: { current: string | null; onChanged: () => void }) => {
  const [current, setCurrent] = useState(known ?? '');
  const [next, setNext] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [change, running] = useChange(ConsoleChangePasswordDocument);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await change({ current, next });
    setFaults(done.faults);
    if (done.payload?.changed === true) onChanged();
  };
  return (
    <form onSubmit={(event) => { void submit(event); }}>
      <Stack gap="sm">
        {known === null && <PasswordInput label={text.session.current} autoComplete="current-password" required value={current} error={faultAt(faults, 'current')} onChange={({ currentTarget }) => setCurrent(currentTarget.value)} />}
        <PasswordInput label={text.session.next} description={text.session.nextHint} autoComplete="new-password" required autoFocus={known !== null} value={next} error={faultAt(faults, 'next')} onChange={({ currentTarget }) => setNext(currentTarget.value)} />
        <Faults faults={faults} except={known === null ? ['current', 'next'] : ['next']} />
        <Button type="submit" loading={running}>{text.session.change}</Button>
      </Stack>
    </form>
  );
};
