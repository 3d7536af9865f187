import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeInstance } from '../../src/domain/instance.js';

const used = { id: 'a', mark: 7, hasEmails: true };

test.each([
  ['a new pair', { id: 'a', mark: null, hasEmails: false }, { id: null, mark: 0 }, 'ADOPTED'],
  ['an installation from before there were marks', { id: 'a', mark: null, hasEmails: true }, { id: null, mark: 0 }, 'ADOPTED'],
  ['a database without emails in a new folder', { id: 'a', mark: 7, hasEmails: false }, { id: null, mark: 0 }, 'ADOPTED'],
  ['its own folder', used, { id: 'a', mark: 7 }, 'ORIGINAL'],
  ['its own folder, whose last mark was lost', used, { id: 'a', mark: 0 }, 'ORIGINAL'],
  ['a clone in a new folder', used, { id: null, mark: 0 }, 'COPY foreign'],
  ['a folder of another database', used, { id: 'b', mark: 1 }, 'COPY foreign'],
  ['a new database in the folder of another', { id: 'a', mark: null, hasEmails: false }, { id: 'b', mark: 1 }, 'COPY foreign'],
  ['a restored backup', used, { id: 'a', mark: 8 }, 'COPY'],
  ['a backup from before the first mark', { id: 'a', mark: null, hasEmails: true }, { id: 'a', mark: 1 }, 'COPY'],
] as const)('%s', (_what, database, folder, expected) => {
  const verdict = judgeInstance(database, folder);
  expect(verdict.kind === 'COPY' ? `COPY${verdict.foreign ? ' foreign' : ''}` : verdict.kind).toBe(expected);
});

test('a backup is known for one however often marks were raised since, and its original never is', () => {
  fc.assert(fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), fc.boolean(), (before, raised, hasEmails) => {
    const folder = { id: 'a', mark: before + raised };
    expect(judgeInstance({ id: 'a', mark: before, hasEmails }, folder).kind).toBe('COPY');
    expect(judgeInstance({ id: 'a', mark: before + raised, hasEmails }, folder).kind).toBe('ORIGINAL');
  }));
});
