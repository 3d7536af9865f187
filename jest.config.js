import { connect } from 'node:net';

/** Whether something listens on a port of this machine. */
const answers = async (port) => await new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

/** Jest transforms tests and pure code only; servers and worker threads run from dist, which `npm test` builds first. */
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/(?!.*dist/).*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2024', transform: { legacyDecorator: true } },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    }],
  },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/data/'],
};

const PORTS = { mariadb: 3306, mysql: 3307, redis: 6379 };

/** What a run cannot do without, by POSTROOM_TEST_NEEDS: what is missing would otherwise be left out, and the run pass. */
const refuseWithout = async (names) => {
  const there = await Promise.all(names.map(async (name) => await answers(PORTS[name])));
  const missing = names.flatMap((name, at) => (there[at] ? [] : [`${name} does not answer on 127.0.0.1:${PORTS[name]}`]));
  if (missing.length > 0) throw new Error(`${missing.join(', and ')}. This run needs it: .ci/services installs and starts it (CONTRIBUTING.md)`);
};

/** The suites that speak to a whole Postroom run once on each database that answers. */
export default async () => {
  await refuseWithout((process.env.POSTROOM_TEST_NEEDS ?? '').split(',').filter((name) => name !== ''));
  const backEnds = ['sqlite', ...(await answers(PORTS.mariadb) ? ['mariadb'] : []), ...(await answers(PORTS.mysql) ? ['mysql'] : [])];
  return {
    reporters: ['default', ['<rootDir>/test/support/summary-reporter.js', { backEnds }]],
    testTimeout: 30_000,
    projects: [
      { ...common, displayName: 'pure', testMatch: ['<rootDir>/test/{domain,doors,probe,contract,storage,graphql,config,bench}/**/*.test.ts'] },
      ...backEnds.map((backEnd) => ({
        ...common, displayName: backEnd, globals: { POSTROOM_BACK_END: backEnd },
        // On SQLite there is one process.
        testMatch: ['<rootDir>/test/api/**/*.test.ts', ...(backEnd === 'sqlite' ? [] : ['<rootDir>/test/processes/**/*.test.ts'])],
      })),
      ...backEnds.map((backEnd) => ({
        ...common, displayName: `chaos-${backEnd}`, globals: { POSTROOM_BACK_END: backEnd },
        testMatch: ['<rootDir>/test/chaos/*.test.ts', ...(backEnd === 'sqlite' ? [] : ['<rootDir>/test/chaos/servers/*.test.ts'])],
      })),
      { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/{browser,console}/**/*.test.ts'] },
      // Not a test of the whole: `npm run pictures` takes the pictures of the documentation.
      ...(process.env.POSTROOM_PICTURES === '1' ? [{ ...common, displayName: 'pictures', testMatch: ['<rootDir>/test/pictures/**/*.test.ts'] }] : []),
      { ...common, displayName: 'mail', testMatch: ['<rootDir>/test/mail/**/*.test.ts'] },
    ],
  };
};
