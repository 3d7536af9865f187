import type { FirstStart } from './app/first-start.js';
import { capture } from './app/emails/capture.js';
import { migrate } from './app/migrate.js';
import { healthIsOn } from './app/health/switched-on.js';
import { HealthWatch } from './app/health/watch.js';
import { Janitor } from './app/retention/janitor.js';
import { stopInOrder } from './app/stop-in-order.js';
import { MarkKeeper } from './app/instance/mark-keeper.js';
import { admitInstance } from './app/instance/recognise.js';
import type { Crew, ComposedHouse } from './compose.js';
import { compose, joinCrew, BUILT_FOLDERS } from './compose.js';
import type { Config } from './config/config.js';
import type { DeliveryService } from './delivery-service.js';
import { startDelivery } from './delivery-service.js';
import { startServer } from './http/server.js';
import { InstanceFolder } from './storage/instance-folder.js';
import type { Checkpoints } from './storage/checkpoints.js';
import { startCheckpoints } from './storage/checkpoints.js';
import { endLeasesOf } from './storage/lease.store.js';
import { writeRunningFile } from './storage/running-file.js';
import type { Catcher } from './transport/sandbox/catcher.js';
import { startCatcher } from './transport/sandbox/catcher.js';

/** A running Postroom. `address` is null in the role `worker`, which serves no HTTP. `stop` may be called twice. */
export interface Running {
  readonly address: string | null;
  /** What the first start made up, to be shown once; null on every later one. */
  readonly first: FirstStart | null;
  /** Why the database is taken for a copy, so that nothing is sent; null: it is the original. */
  readonly copyReason: string | null;
  stop(): Promise<void>;
}

const startSandbox = async (house: ComposedHouse): Promise<Catcher | null> => {
  if (!house.config.sandbox || house.config.role === 'api') return null;
  const catcher = await startCatcher({ onMessage: async (caught) => await capture(house, caught) });
  house.joints.sandboxPort = catcher.port;
  return catcher;
};

/** Whatever runs, in the order in which it was started. */
interface Parts {
  checkpoints: Checkpoints | null;
  crew: Crew | null;
  catcher: Catcher | null;
  delivery: DeliveryService | null;
  janitor: Janitor | null;
  health: HealthWatch | null;
  server: { readonly address: string; stop(): Promise<void> } | null;
}

/**
 * Starts Postroom by its role: `all` and `worker` carry emails, `all` and `api` serve HTTP. On SQLite a second start on the
 * same data folder throws AlreadyRunning. A database that is not the data folder's own, or older, sends nothing. Stopping ends
 * what comes in first, then what goes out, and the database last; where a part fails to stop the others are stopped all the same, and
 * `stop` throws the first failure.
 */
export const startPostroom = async (config: Config): Promise<Running> => {
  const house = await compose(config);
  const holder = house.newId();
  const folder = new InstanceFolder(config.dataFolder);
  const marks = new MarkKeeper(house, folder, holder);
  const parts: Parts = { checkpoints: null, crew: null, catcher: null, delivery: null, janitor: null, health: null, server: null };
  let file: ReturnType<typeof writeRunningFile> | null = null;
  const stop = async (): Promise<void> => {
    const failures = await stopInOrder(
      [async () => await parts.server?.stop(), async () => await parts.delivery?.stop(), async () => await parts.janitor?.stop(), async () => await parts.health?.stop()],
      [async () => await parts.catcher?.stop(), async () => await marks.stop()],
      [async () => await parts.crew?.stop(), async () => await parts.checkpoints?.stop()], [async () => await house.close()], [() => file?.remove()],
    );
    for (const err of failures) house.log.error({ err }, 'A part of Postroom did not stop in order');
    if (failures.length > 0) throw failures[0];
  };
  try {
    file = writeRunningFile(config.dataFolder, holder, config.database.kind === 'sqlite');
    const { first } = await migrate(house);
    const { dead, forgetDead } = file;
    await house.storage.transaction(async (session) => await endLeasesOf(session, dead));
    forgetDead();
    const copyReason = await admitInstance(house, folder);
    if (copyReason !== null) house.log.error({ reason: copyReason }, 'This database is taken for a copy: nothing is sent until "postroom confirm-instance"');
    await marks.start();
    const onCheckpointFault = (err: unknown): void => { house.log.error({ err }, 'The checkpoint thread ended: commits take longer from now on'); };
    if (config.database.file !== null) parts.checkpoints = startCheckpoints(config.database.file, onCheckpointFault);
    parts.crew = await joinCrew(house, holder);
    parts.catcher = await startSandbox(house);
    if (config.role !== 'worker') parts.server = await startServer(house, BUILT_FOLDERS);
    if (config.role !== 'api') {
      parts.delivery = startDelivery(house, holder, parts.crew);
      parts.janitor = new Janitor(house, holder);
      parts.janitor.start();
      if (healthIsOn(house)) {
        parts.health = new HealthWatch(house, holder);
        house.joints.wakeHealth = parts.health.wake;
        parts.health.start();
      }
    }
    let stopped: Promise<void> | null = null;
    return { address: parts.server?.address ?? null, first, copyReason, stop: () => (stopped ??= stop()) };
  } catch (error) {
    // What did not stop is in the log; why it did not start is what counts.
    await stop().catch(() => {});
    throw error;
  }
};
