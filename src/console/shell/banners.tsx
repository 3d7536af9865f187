import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { reachable } from '../api/reach.js';
import { useStore } from '../api/store.js';
import { useChange } from '../api/use-change.js';
import { Question } from '../parts/question.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { SetMailDocument } from './shell.generated.js';

const ALERTS_SHOWN = 3;

const Mail = () => {
  const { viewer: { mail }, refresh } = useSession();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const [setMail] = useChange(SetMailDocument);
  const stopped = mail === 'OFF';
  const words = text.shell;
  const canSwitch = may('SMTP_CONFIGURATION', 'MODIFY') && mail !== 'RESTORED_COPY';
  const quiet = mail === 'ON';
  const carryOut = async () => {
    const { faults } = await setMail({ enabled: stopped });
    if (faults.length === 0) refresh();
    return faults;
  };
  return (
    <Group justify="space-between" gap="xs" className="mail-state" role="status" data-quiet={quiet}>
      <Text size="sm" fw={quiet ? 400 : 600} {...(quiet ? { c: 'dimmed' } : {})}>{words.mail[mail]}</Text>
      {canSwitch && <Button size="compact-xs" variant={stopped ? 'filled' : 'default'} onClick={() => setAsked(true)}>{stopped ? words.start : words.stop}</Button>}
      {asked && (
        <Question title={stopped ? words.startQuestion : words.stopQuestion} what={stopped ? words.startWhat : words.stopWhat} verb={stopped ? words.start : words.stop} color={stopped ? 'ink' : 'red'} carryOut={carryOut} onClose={() => setAsked(false)} />
      )}
    </Group>
  );
};

const Alerts = () => {
  const { viewer: { alerts } } = useSession();
  if (alerts.length === 0) return null;
  const failing = alerts.some(({ state }) => state === 'FAILING');
  return (
    <Alert color={failing ? 'red' : 'yellow'} p="xs" role="status">
      <Stack gap={2}>
        {alerts.slice(0, ALERTS_SHOWN).map(({ state, account, message }) => (
          <Text key={account.id} size="sm">
            <Anchor component={Link} href={`/accounts/${account.id}`} inherit fw={600}>{text.shell.alert[state](`${account.number} ${account.name}`)}</Anchor>: {message}
          </Text>
        ))}
        {alerts.length > ALERTS_SHOWN && <Text size="sm">{text.shell.moreAlerts(alerts.length - ALERTS_SHOWN)}</Text>}
      </Stack>
    </Alert>
  );
};

/** What everybody should know, on every page: whether Postroom answers, whether mail goes out, which accounts do not work. */
export const Banners = () => {
  const there = useStore(reachable);
  return (
    <Stack gap="xs" mb="md">
      {!there && <Alert color="red" p="xs" role="alert">{text.reach.lost}</Alert>}
      <Mail />
      <Alerts />
    </Stack>
  );
};
