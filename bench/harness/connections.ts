/** Connections to the sink at once, for every side that delivers: enough that none waits for round trips, which are what they are on every side. */
export const CONNECTIONS = 50;
