import { Badge } from '@mantine/core';
import { text } from '../text/text.js';
import type { EmailStatus, ParkedReason } from './emails.generated.js';

const COLORS: Readonly<Record<EmailStatus, string>> = {
  SCHEDULED: 'gray', QUEUED: 'ink', SENDING: 'ink', SENT: 'teal', CAPTURED: 'teal', PARKED: 'yellow', FAILED: 'red', CANCELLED: 'gray', UNKNOWN: 'yellow',
};

/** Where an email stands, and why it waits. */
export const Status = ({ of: { status, parkedReason } }: { of: { readonly status: EmailStatus; readonly parkedReason: ParkedReason | null } }) => (
  <Badge size="sm" variant="light" color={COLORS[status]} tt="none">
    {text.emails.statuses[status]}{parkedReason === null ? '' : `: ${text.emails.parkedReasons[parkedReason]}`}
  </Badge>
);
