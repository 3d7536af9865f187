import { registerEnumType } from 'type-graphql';
import { EMAIL_STATUSES, ON_UNKNOWN, PRIORITIES, RECIPIENT_KINDS, RECIPIENT_STATUSES } from '../domain/email.js';
import { enumOf } from './enum.js';

export const EmailStatusEnum = enumOf(EMAIL_STATUSES);
registerEnumType(EmailStatusEnum, {
  name: 'EmailStatus', description: 'Where an email stands.',
  valuesConfig: {
    SCHEDULED: { description: 'Its time to send is ahead.' },
    QUEUED: { description: 'It may go, or go again.' },
    SENDING: { description: 'Somebody is handing it over.' },
    SENT: { description: 'The server accepted it; not that it arrived.' },
    CAPTURED: { description: 'The sandbox took it; nothing left the house.' },
    PARKED: { description: 'It waits until something is mended; `parkedReason` says what.' },
    UNKNOWN: { description: 'It was handed over and no answer came; a person decides.' },
    FAILED: { description: 'It will not be taken.' },
    CANCELLED: { description: 'A person stopped it.' },
  },
});

export const PriorityEnum = enumOf(PRIORITIES);
registerEnumType(PriorityEnum, {
  name: 'EmailPriority', description: 'What goes first when much waits.',
  valuesConfig: {
    HIGH: { description: 'Before all others: somebody waits for it.' }, NORMAL: { description: 'As it comes.' },
    LOW: { description: 'After all others: newsletters, statements by the thousand.' },
  },
});

export const OnUnknownEnum = enumOf(ON_UNKNOWN);
registerEnumType(OnUnknownEnum, {
  name: 'OnUnknown', description: 'What happens when it is not known whether the server took an email.',
  valuesConfig: {
    HOLD: { description: 'It waits for a person: never twice.' }, RETRY: { description: 'It is sent again: at least once.' },
  },
});

export const RecipientKindEnum = enumOf(RECIPIENT_KINDS);
registerEnumType(RecipientKindEnum, {
  name: 'RecipientKind', description: 'How a recipient is addressed.',
  valuesConfig: {
    TO: { description: 'Directly.' }, CC: { description: 'With a copy, seen by all.' }, BCC: { description: 'With a copy, seen by nobody.' },
  },
});

export const RecipientStatusEnum = enumOf(RECIPIENT_STATUSES);
registerEnumType(RecipientStatusEnum, {
  name: 'RecipientStatus', description: 'What became of one recipient.',
  valuesConfig: {
    PENDING: { description: 'Still to be sent to.' }, ACCEPTED: { description: 'The server took it for this recipient.' },
    CAPTURED: { description: 'The sandbox took it.' }, REFUSED: { description: 'The server refused this recipient, or it was given up.' },
    UNKNOWN: { description: 'Nobody knows.' }, CANCELLED: { description: 'A person stopped it.' },
  },
});
