import { Group, Text } from '@mantine/core';
import { Bars } from '../parts/bars.js';
import { inFull } from '../parts/when.js';
import { text } from '../text/text.js';
import type { AccountsLastDayQuery } from './accounts.generated.js';

const HEIGHT_PX = 22;

/** How the emails of an account went in the last day, by the hour. */
export const LastDay = ({ of }: { of: AccountsLastDayQuery['mailStatistics']['accounts'][number] | undefined }) => {
  if (of === undefined) return <Text size="sm" c="dimmed">–</Text>;
  return (
    <Group gap="xs" wrap="nowrap">
      <div className="sparkline">
        <Bars height={HEIGHT_PX} label={text.accounts.lastDay} bars={of.bars.map(({ at, sent, failed, waiting }) => ({
          key: at, words: text.dashboard.bar(inFull(at), sent, failed, waiting), parts: [{ kind: 'sent', value: sent }, { kind: 'waiting', value: waiting }, { kind: 'failed', value: failed }],
        }))} />
      </div>
      <Text size="xs">{text.accounts.sentAndFailed(of.sent, of.failed)}</Text>
    </Group>
  );
};
