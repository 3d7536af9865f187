import { schemaHas } from './schema.ts';

/** Whether an account says itself how many connections it may open. */
const IS_POSTED = schemaHas('input', 'SmtpAccountSettingsInput', 'connectionsMax');

/** Connections to the sink at once, for every side that delivers; what Postfix takes by itself, where an account may say. */
export const CONNECTIONS = IS_POSTED ? 20 : 5;

/** The posted setting that gives an account as many connections. */
export const postedConnections = (connectionsMax: number): object => (IS_POSTED ? { connectionsMax } : {});
