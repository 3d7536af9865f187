import type { Storage } from '@graphiql/toolkit';

// What GraphiQL writes under other keys (tabs, variables, headers, history) may hold passwords, keys and addresses.
const KEPT = new Set(['theme', 'visiblePlugin', 'docExplorerFlex', 'editorFlex', 'secondaryEditorFlex']);

const memory = new Map<string, string>();
const ownKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('graphiql:'));
const isKept = (key: string): boolean => KEPT.has(key.slice(key.indexOf(':') + 1));

/**
 * Keeps colours and layout in the browser, and everything that was typed only as long as the page is open: a password
 * in the variables of a sign-in must not be left behind on a desk that several people use.
 */
export const layoutStorage: Storage = {
  getItem: (key) => (isKept(key) ? localStorage.getItem(key) : memory.get(key) ?? null),
  setItem: (key, value) => {
    if (isKept(key)) localStorage.setItem(key, value);
    else memory.set(key, value);
  },
  removeItem: (key) => {
    if (isKept(key)) localStorage.removeItem(key);
    else memory.delete(key);
  },
  clear: () => {
    for (const key of ownKeys()) localStorage.removeItem(key);
    memory.clear();
  },
  get length() {
    return ownKeys().length + memory.size;
  },
};
