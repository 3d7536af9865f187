/** Connections to the sink at once, for every side that delivers. Postroom's own limit for one account. */
export const CONNECTIONS = 5;

/** The posted setting that gives an account as many connections; empty where the number cannot be posted. */
export const POSTED_CONNECTIONS = (_connections: number): object => ({});
