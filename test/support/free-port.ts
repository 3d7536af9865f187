import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * A TCP port of 127.0.0.1 on which nothing listens, for a program that cannot be told to choose its own. Below the range
 * that systems hand out for outgoing connections (Linux 32768, IANA 49152), so that none of those takes it meanwhile.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const listener = createServer().listen(20_000 + Math.floor(Math.random() * 12_000), '127.0.0.1');
    const listening = await once(listener, 'listening').then(() => true, () => false);
    if (!listening) continue;
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    return port;
  }
};
