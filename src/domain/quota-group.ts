import type { MessageLimits } from './carriage-settings.js';

/** A quota that several accounts of one provider share: what one of them hands over, the others may not any more. */
export class QuotaGroup implements MessageLimits {
  id!: string;
  name!: string;
  nameKey!: string;
  messagesPerMinute: number | null = null;
  messagesPerHour: number | null = null;
  messagesPerDay: number | null = null;
  createdAt!: number;
  version = 1;

  constructor(values: Partial<QuotaGroup> = {}) {
    Object.assign(this, values);
  }
}
