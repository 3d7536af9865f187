/** Connections to the sink at once, for every side that delivers: what Postfix takes by itself, and an account when it is told. */
export const CONNECTIONS = 20;
