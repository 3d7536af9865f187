#!/usr/bin/env node
import { firstStart } from './app/first-start.js';
import { compose, PLAYGROUND_FOLDER } from './compose.js';
import { readEnvironment } from './config/environment.js';
import { startServer } from './http/server.js';

const house = await compose(readEnvironment());
await house.storage.migrate();
const first = await firstStart(house);
const server = await startServer(house, PLAYGROUND_FOLDER);
console.log(`Postroom listens at ${server.address}`);
if (first?.oneTimePassword) console.log(`First employee: ${first.email}, one-time password ${first.oneTimePassword}`);

const stop = async (): Promise<void> => {
  await server.stop();
  await house.close();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void stop(); });
