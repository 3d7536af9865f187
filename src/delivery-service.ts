import { stopInOrder } from './app/stop-in-order.js';
import type { Crew, ComposedHouse } from './compose.js';
import { composeDelivery } from './compose.js';

/** How long emails in hand are given to end when Postroom stops: less than what service managers wait before they kill. */
const GRACE_MS = 20_000;

/** What carries emails, running. `stop` may be called twice. */
export interface DeliveryService { stop(): Promise<void> }

/**
 * Starts to carry emails, from the back to the front: who delivers, what carries, who feeds. It stops the other way: nothing
 * new is fed, what is in hand gets a grace time, and what was not handed over by then is due again.
 */
export const startDelivery = (house: ComposedHouse, holder: string, crew: Crew | null): DeliveryService => {
  const { transport, delivery, engine, feeder } = composeDelivery(house, holder, crew);
  delivery.start();
  engine.start(delivery.deliver, feeder.forget);
  house.joints.wake = feeder.wake;
  feeder.start();
  const emptyHands = async (): Promise<void> => {
    const grace = Promise.withResolvers<'GRACE_OVER'>();
    const timer = setTimeout(() => grace.resolve('GRACE_OVER'), GRACE_MS);
    try {
      const inTime = await Promise.race([engine.stop().then(() => transport.close()), grace.promise]) !== 'GRACE_OVER';
      if (!inTime) house.log.warn('Emails were still under way when the grace time was over');
    } finally {
      clearTimeout(timer);
    }
  };
  const stop = async (): Promise<void> => {
    house.joints.wake = () => {};
    const failures = await stopInOrder([async () => await feeder.stop()], [emptyHands], [async () => await delivery.stop()]);
    if (failures.length > 0) throw failures[0];
  };
  let stopped: Promise<void> | null = null;
  return { stop: () => (stopped ??= stop()) };
};
