import { Badge } from '@mantine/core';
import { text } from '../text/text.js';

const COLORS = { OK: 'teal', WARNING: 'yellow', FAILING: 'red', UNKNOWN: 'gray' } as const;

/** How an account stands; never by colour alone. */
export const HealthBadge = ({ state }: { state: keyof typeof COLORS }) => <Badge variant="light" color={COLORS[state]} size="sm" tt="none">{text.accounts.health[state]}</Badge>;
