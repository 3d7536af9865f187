import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';

const FOLDER = join(import.meta.dirname, '../../schema/operations');

/** One file of ready operations, with the example variables that its first comment gives. */
export interface ReadyFile {
  readonly name: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** From the line `# variables: {` to the end of the first comment stand example variables as JSON. */
const variablesOf = (text: string): Record<string, unknown> => {
  const lines = text.trim().split('\n');
  const comment = lines.slice(0, lines.findIndex((line) => !line.startsWith('#')));
  const start = comment.findIndex((line) => /^#\s*variables:/.test(line));
  if (start === -1) return {};
  return JSON.parse(comment.slice(start).map((line) => line.replace(/^#\s*variables:/, '').replace(/^#/, '')).join('\n')) as Record<string, unknown>;
};

/** The ready operations of `schema/operations`, in the order of their file names. */
export const readyFiles = (): ReadyFile[] => readdirSync(FOLDER).filter((file) => file.endsWith('.graphql')).toSorted().map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { name, text, document: parse(text), variables: variablesOf(text) };
});
