import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SecretBox } from '../../src/storage/secret-box.js';

const key = (id: string) => ({ id, key: randomBytes(32) });
const [OLD, NEW] = [key('old'), key('new')];
const BINDING = 'account-1 password mail.example.com 587 STARTTLS billing';
/** A box whose ring stays as it is. */
const boxOf = (...ring: ReturnType<typeof key>[]): SecretBox => new SecretBox(() => ring);
const box = boxOf(OLD);

test('a secret comes back under the binding that it was sealed with, whatever it is made of', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (secret, binding) => {
    expect(box.open(box.seal(secret, binding), binding)).toEqual({ state: 'OPENED', secret: Buffer.from(secret, 'utf8').toString('utf8') });
  }));
});

test('under another binding it is unreadable: a password is not sent to a server that it was not stored for', () => {
  const sealed = box.seal('hunter2', BINDING);
  for (const other of [BINDING.replace('mail.example.com', 'evil.example.net'), BINDING.replace('587', '25'), `${BINDING} `, '']) {
    expect(box.open(sealed, other)).toEqual({ state: 'UNREADABLE' });
  }
});

test('the same secret is never sealed to the same text twice, and its text does not show it', () => {
  const sealed = Array.from({ length: 50 }, () => box.seal('hunter2', BINDING));
  expect(new Set(sealed).size).toBe(50);
  expect(sealed.join(' ')).not.toContain('hunter2');
});

test('a sealed text in which any one bit is turned over is unreadable', () => {
  const [scheme, id, encoded] = box.seal('hunter2', BINDING).split('.');
  const bytes = Buffer.from(encoded ?? '', 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const turned = Buffer.from(bytes);
    turned.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(box.open(`${scheme}.${id}.${turned.toString('base64url')}`, BINDING)).toEqual({ state: 'UNREADABLE' });
  }
});

test.each(['', '.', 'v1', 'v1.old', 'v1.old.', 'v1.old.AAAA', 'v2.old.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'hunter2'])(
  'what is no sealed text, such as %j, is unreadable and never taken for clear text', (sealed) => {
    expect(box.open(sealed, BINDING)).toEqual({ state: 'UNREADABLE' });
  });

test('a tag cut short does not pass for a whole one', () => {
  const sealed = box.seal('', BINDING);
  for (let cut = 1; cut < 20; cut += 1) expect(box.open(sealed.slice(0, -cut), BINDING)).toEqual({ state: 'UNREADABLE' });
});

test('no secret is no secret, and an empty one is one', () => {
  expect(box.open(null, BINDING)).toEqual({ state: 'NONE' });
  expect(box.open(box.seal('', BINDING), BINDING)).toEqual({ state: 'OPENED', secret: '' });
});

test('after a rotation the new key seals, the old still opens, and what is sealed anew needs the old no more', () => {
  const sealed = box.seal('hunter2', BINDING);
  const rotated = boxOf(NEW, OLD);
  expect(rotated.open(sealed, BINDING)).toEqual({ state: 'OPENED', secret: 'hunter2' });
  const anew = rotated.seal('hunter2', BINDING);
  expect(anew).toMatch(/^v1\.new\./);
  expect(boxOf(NEW).open(anew, BINDING)).toEqual({ state: 'OPENED', secret: 'hunter2' });
});

test('a process that runs on takes up a key that another put in front', () => {
  let ring = [OLD];
  const running = new SecretBox(() => ring);
  const before = running.seal('hunter2', BINDING);
  const elsewhere = boxOf(NEW, OLD).seal('elsewhere', BINDING);
  ring = [NEW, OLD];
  expect(running.open(elsewhere, BINDING)).toEqual({ state: 'OPENED', secret: 'elsewhere' });
  expect(running.seal('hunter2', BINDING)).toMatch(/^v1\.new\./);
  expect(running.open(before, BINDING)).toEqual({ state: 'OPENED', secret: 'hunter2' });
});

test('an empty ring is refused', () => {
  expect(() => new SecretBox(() => [])).toThrow('key ring is empty');
});

test('without its key a secret is unreadable, and so is one under another key of the same name', () => {
  const sealed = box.seal('hunter2', BINDING);
  expect(boxOf(NEW).open(sealed, BINDING)).toEqual({ state: 'UNREADABLE' });
  expect(boxOf(key('old')).open(sealed, BINDING)).toEqual({ state: 'UNREADABLE' });
});
