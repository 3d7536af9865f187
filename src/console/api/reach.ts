import { store } from './store.js';

const ASK_AGAIN_MS = 2_000;

/** Whether Postroom answers. While it does not, a notice says so on every page. */
export const reachable = store(true);

/** Grows whenever what is shown may be outdated: the server is back, or somebody signed in again. Who shows data asks anew. */
export const renewal = store(0);
export const renew = (): void => renewal.set(renewal.get() + 1);

let asking = false;

/** A request found nobody: asks for `/health` until somebody answers, and then has everything shown anew. */
export const lost = (): void => {
  reachable.set(false);
  if (asking) return;
  asking = true;
  const ask = async (): Promise<void> => {
    const there = await fetch('/health', { cache: 'no-store' }).then((reply) => reply.ok, () => false);
    if (!there) {
      setTimeout(() => { void ask(); }, ASK_AGAIN_MS);
      return;
    }
    asking = false;
    reachable.set(true);
    renew();
  };
  setTimeout(() => { void ask(); }, ASK_AGAIN_MS);
};
