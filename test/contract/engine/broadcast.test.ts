import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Topic } from '../../../src/engine/broadcast.js';
import { Broadcast } from '../../../src/engine/broadcast.js';
import { RedisLink } from '../../../src/engine/redis-link.js';
import { eventually } from '../../support/eventually.js';
import { describeWithOwnRedis, describeWithRedis, ownRedis, SHARED_REDIS } from '../../support/redis.js';

const links: RedisLink[] = [];
afterEach(() => { for (const link of links.splice(0)) link.close(); });

/** A process as others hear it, once it hears them: each topic that it hears is announced to it at first, without names. */
const processAt = async (url: string, prefix: string, hears: readonly Topic[]) => {
  const link = new RedisLink(url, { away: () => {}, back: () => {} });
  links.push(link);
  const heard: [Topic, readonly string[]][] = [];
  const broadcast = new Broadcast(link, { prefix, holder: randomUUID(), hears, heard: (topic, names) => heard.push([topic, names]) });
  await eventually(async () => heard.length, (count) => count === hears.length);
  heard.length = 0;
  const names = (topic: Topic): string[] => heard.filter(([one]) => one === topic).flatMap(([, all]) => all).toSorted();
  return { broadcast, heard, names };
};

describeWithRedis('what is said between processes', () => {
  test('reaches whoever hears the topic, many names in few messages, and never who said it', async () => {
    const prefix = `postroom:${randomUUID()}`;
    const speaker = await processAt(SHARED_REDIS, prefix, ['emailChanged', 'wake']);
    const api = await processAt(SHARED_REDIS, prefix, ['emailChanged', 'rightsChanged']);
    const worker = await processAt(SHARED_REDIS, prefix, ['wake']);
    const ids = Array.from({ length: 3_000 }, (_, at) => `email-${at}`).toSorted();
    for (const id of [...ids, ...ids]) speaker.broadcast.say('emailChanged', id);
    speaker.broadcast.say('wake');
    speaker.broadcast.say('rightsChanged');
    await eventually(async () => [api.names('emailChanged').length, worker.heard.length, api.heard.length], ([names, wakes, messages]) => names === 3_000 && wakes === 1 && messages === 2);
    expect(api.names('emailChanged')).toEqual(ids);
    expect([worker.heard.map(([topic]) => topic), speaker.heard]).toEqual([['wake'], []]);
  });

  test('stays within the installation, and ends with the process that says it', async () => {
    const [ourPrefix, theirPrefix] = [`postroom:${randomUUID()}`, `postroom:${randomUUID()}`];
    const ours = await processAt(SHARED_REDIS, ourPrefix, ['wake']);
    const theirs = await processAt(SHARED_REDIS, theirPrefix, ['wake', 'emailChanged']);
    const ourMarker = await processAt(SHARED_REDIS, ourPrefix, []);
    const theirMarker = await processAt(SHARED_REDIS, theirPrefix, []);
    theirs.broadcast.say('rightsChanged');
    await Promise.all([theirs.broadcast.stop(), theirs.broadcast.stop()]);
    theirs.broadcast.say('wake');
    ours.broadcast.say('wake');
    await ours.broadcast.stop();
    // What was said before is heard before.
    ourMarker.broadcast.say('wake');
    theirMarker.broadcast.say('emailChanged', 'marker');
    await eventually(async () => [ours.heard.length, theirs.heard.length], (counts) => counts.every((count) => count > 0));
    expect([ours.heard, theirs.heard]).toEqual([[['wake', ['']]], [['emailChanged', ['marker']]]]);
  });
});

describeWithOwnRedis('what is said while Redis is away', () => {
  test('is lost, but a change of rights is said when it is back; and who was cut off hears that it may have missed something', async () => {
    await using redis = await ownRedis();
    const prefix = `postroom:${randomUUID()}`;
    const speaker = await processAt(redis.url, prefix, []);
    const hearer = await processAt(redis.url, prefix, ['emailChanged', 'rightsChanged', 'wake']);
    await redis.kill();
    for (let at = 0; at < 10_000; at += 1) speaker.broadcast.say('emailChanged', `email-${at}`);
    speaker.broadcast.say('rightsChanged');
    await redis.start();
    await eventually(async () => hearer.heard.map(([topic]) => topic), (topics) => ['emailChanged', 'rightsChanged', 'wake'].every((topic) => topics.includes(topic as Topic)));
    speaker.broadcast.say('emailChanged', 'after');
    await eventually(async () => hearer.names('emailChanged'), (names) => names.includes('after'));
    expect(hearer.names('emailChanged').length).toBeLessThanOrEqual(5_001);
  });
});
