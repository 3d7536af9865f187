import { useSyncExternalStore } from 'react';

/** A value that several parts of the page look at, and one or another sets. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** Calls back after each change, until the answer is called. */
  subscribe(heard: () => void): () => void;
}

export const store = <T,>(first: T): Store<T> => {
  let value = first;
  const all = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const heard of all) heard();
    },
    subscribe: (heard) => {
      all.add(heard);
      return () => { all.delete(heard); };
    },
  };
};

export const useStore = <T,>(kept: Store<T>): T => useSyncExternalStore(kept.subscribe, kept.get);
