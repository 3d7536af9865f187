import { describe, expect, test } from '@jest/globals';
import { accountAt } from '../../support/account-testing.js';
import { backEnd } from '../../support/back-end.js';
import { chanceFrom } from '../../support/chance.js';
import { eventually } from '../../support/eventually.js';
import { canOwn, OwnDatabase } from '../../support/own-database.js';
import { countOf } from '../../support/sending.js';
import { startPostroom } from '../../support/server.js';
import { Load } from '../load.js';
import { reckon } from '../reckoning.js';
import { Sink } from '../sink.js';

const ANYTHING_MOVES = { status: ['SCHEDULED', 'QUEUED', 'SENDING', 'PARKED'] };

/** The server that is to be killed; what answers at its port may be a container, which is not ours to kill. */
const kind = backEnd() === 'mysql' ? 'mysql' : 'mariadb';
const describeOwn = canOwn(kind) ? describe : describe.skip;

describeOwn(`${kind} of our own`, () => {
  test('the database is killed under load, then stopped, and comes back: nothing acknowledged is lost, what servers said is kept, and all goes on by itself', async () => {
    await using sink = await Sink.start(chanceFrom(1));
    await using database = await OwnDatabase.start(kind);
    const server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_DATABASE_URL: database.url });
    try {
      const { admin } = server;
      const accountId = await accountAt(admin, { server: '127.0.0.1', port: sink.port, security: 'NONE', authentication: 'NONE', emailFrom: 'chaos@example.com' });
      await admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
      const load = new Load(admin, sink, accountId, chanceFrom(2));
      load.start();
      for (const how of ['SIGKILL', 'SIGTERM'] as const) {
        const before = sink.arrivals.length;
        await eventually(async () => sink.arrivals.length, (count) => count > before + 50, 60_000);
        await database.end(how);
        const [failed] = (await admin.ask('{ viewer { name } }')).errors ?? [];
        expect(failed).toMatchObject({ extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
        expect((await fetch(`${server.url}/health`)).status).toBe(503);
        await database.start();
      }
      const afterwards = sink.arrivals.length;
      await eventually(async () => sink.arrivals.length, (count) => count > afterwards + 50, 60_000);
      await load.stop();
      // A mark that may have been written and was never answered is decided when its lease ends.
      await eventually(async () => await countOf(admin, ANYTHING_MOVES), (count) => count === 0, 120_000);
      const reckoning = await reckon(admin, load, sink);
      expect(reckoning).toMatchObject({ lost: [], untrue: [], sentTwice: [], acceptedTwice: [], stuck: [], strangers: [] });
      expect(reckoning.sent + reckoning.unknown).toBe(load.acknowledged.length + reckoning.unacknowledged);
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  }, 300_000);
});
