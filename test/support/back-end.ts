/** The databases that the suite can run on; `jest.config.js` makes a project of each that answers. */
export type BackEnd = 'sqlite' | 'mariadb' | 'mysql';

/** The back end of the project that this test file runs in. */
export const backEnd = (): BackEnd => (globalThis as { POSTROOM_BACK_END?: BackEnd }).POSTROOM_BACK_END ?? 'sqlite';

/** Where test databases are made; the accounts are those of `.ci/services` and `compose.yaml`. */
export const SERVERS: Readonly<Record<Exclude<BackEnd, 'sqlite'>, { port: number }>> = { mariadb: { port: 3306 }, mysql: { port: 3307 } };
