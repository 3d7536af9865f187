import type { House } from '../house.js';

/** Whether accounts are looked at here at all. Where not, nothing is kept or shown of their health: it would only grow old. */
export const healthIsOn = ({ config }: Pick<House, 'config'>): boolean => config.healthIntervalMinutes > 0;
