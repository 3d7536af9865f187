import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useData } from '../api/use-data.js';
import { text } from '../text/text.js';
import type { SmtpConfigurationInput } from './configuration.generated.js';
import { RoutePreviewDocument } from './configuration.generated.js';

const words = text.configuration;

/** Where an email of an area would go, with the edits as they are. */
export const RoutePreview = ({ area, proposed }: { area: string | null; proposed: SmtpConfigurationInput }) => {
  const [asked] = useDebouncedValue(JSON.stringify(proposed), 250);
  const { data } = useData(RoutePreviewDocument, { area, proposed: JSON.parse(asked) as SmtpConfigurationInput });
  if (data === null) return null;
  const { account, from, reason, parkedReason } = data.route;
  const goes = account !== null && from !== null && parkedReason === null;
  return <Text size="sm" title={reason} {...(goes ? {} : { c: 'var(--mantine-color-error)' })}>{goes ? words.through(`${account.number} ${account.name}`, from.address) : words.waits(reason)}</Text>;
};
