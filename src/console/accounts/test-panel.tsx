import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { faultAt, Faults } from '../parts/faults.js';
import { text } from '../text/text.js';
import type { Account } from './fields.js';
import { StageList } from './stage-list.js';
import { TestOutcome } from './test-outcome.js';
import type { Editing } from './use-draft.js';
import type { TestRun } from './use-test.js';

const words = text.testing;

/** Tests the settings as they are edited, before they are posted: the stages light up one after another. */
export const TestPanel = ({ account, editing, run }: { account: Account; editing: Editing; run: TestRun }) => {
  const { to, setTo, relay, setRelay } = run;
  const begin = (mode: 'SEND' | 'DRY_RUN'): void => {
    void run.start({ emailTestTo: to.trim(), mode, relay, wait: false, ...(editing.count === 0 ? {} : { settings: editing.edits }) });
  };
  return (
    <Stack gap="md" maw="56rem">
      <Text size="sm" c="dimmed">{editing.count > 0 ? words.withEdits : words.asPosted}</Text>
      <form onSubmit={(event) => { event.preventDefault(); begin('SEND'); }}>
        <Stack gap="sm">
          <TextInput label={words.to} type="email" required maw="28rem" value={to} error={faultAt(run.faults, 'emailTestTo')} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
          {!account.sandbox && <Checkbox label={words.relay} checked={relay} onChange={({ currentTarget }) => setRelay(currentTarget.checked)} />}
          <Group gap="xs">
            <Button type="submit" loading={run.running}>{words.start}</Button>
            <Button variant="default" disabled={run.running || to.trim() === ''} onClick={() => begin('DRY_RUN')}>{words.startDry}</Button>
            {run.running && run.id !== null && <Button variant="subtle" color="red" onClick={() => { void run.cancel(); }}>{words.cancel}</Button>}
          </Group>
        </Stack>
      </form>
      <Faults faults={run.faults} except={['emailTestTo']} />
      <div role="status" aria-live="polite" className="spoken">{run.running ? words.running : run.result === null ? '' : words.outcome[run.result.state]}</div>
      {run.result !== null && <TestOutcome test={run.result} />}
      <StageList stages={run.stages} running={run.running} />
    </Stack>
  );
};
