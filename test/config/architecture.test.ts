import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/operations.md', 'docs/discovery.md', 'docs/sender-domain.md', 'docs/oauth.md'];

test('every source file that architecture.md names is there', () => {
  const named = [...readFileSync(new URL('docs/architecture.md', root), 'utf8').matchAll(/`([a-z][a-z/.-]*\.ts)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(new URL(`src/${file}`, root)))).toEqual([]);
});

test.each(DOCUMENTS)('no link of %s leads nowhere', (document) => {
  const file = new URL(document, root);
  // Pictures are made by hand from a running server.
  const links = [...readFileSync(file, 'utf8').matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(new URL(link, file)))).toEqual([]);
});
