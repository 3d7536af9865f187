import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { processesIn } from '../support/foreground.js';
import type { Postfix } from '../support/postfix.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';

const OPTIONS = { tls: null, sasl: null, relay: 'open to us', localUsers: ['anna@example.com', 'otto@example.com'] } as const;

const send = async ({ port }: Postfix, to: readonly string[], text: string) =>
  await createTransport({ host: '127.0.0.1', port }).sendMail({ from: 'desk@example.com', to: [...to], text });

describeWithPostfix('a mail server of the test\'s own', () => {
  test('each of two at once keeps what it was given, for each recipient, local or not', async () => {
    await using first = await startPostfix(OPTIONS);
    await using second = await startPostfix(OPTIONS);
    await send(first, ['anna@example.com', 'guest@outside.example'], 'to the first');
    await send(second, ['anna@example.com'], 'to the second');
    const texts = async (mailbox: Promise<readonly Buffer[]>) => (await mailbox).map((message) => message.toString().split('\n\n')[1]);
    expect(await texts(first.mailbox('anna@example.com'))).toEqual(['to the first\n']);
    expect(await texts(first.mailbox('guest@outside.example'))).toEqual(['to the first\n']);
    expect(await texts(second.mailbox('anna@example.com'))).toEqual(['to the second\n']);
    expect(await texts(first.mailbox('otto@example.com', 0))).toEqual([]);
  });

  test('nothing of it is left when it has stopped, and it can be stopped twice', async () => {
    const postfix = await startPostfix({ ...OPTIONS, sasl: { anna: 'secret' } });
    expect(processesIn(postfix.folder).length).toBeGreaterThan(1);
    await Promise.all([postfix.stop(), postfix.stop()]);
    expect(processesIn(postfix.folder)).toEqual([]);
    expect(existsSync(postfix.folder)).toBe(false);
    await expect(send(postfix, ['anna@example.com'], 'too late')).rejects.toThrow('ECONNREFUSED');
  });

  test('a process that is left over is told, and the folder is gone all the same', async () => {
    const postfix = await startPostfix(OPTIONS);
    const left = spawn('sleep', ['60'], { cwd: join(postfix.folder, 'mail'), stdio: 'ignore' });
    await once(left, 'spawn');
    await expect(postfix.stop()).rejects.toThrow(`Processes were left in ${postfix.folder}: ${left.pid}`);
    expect(existsSync(postfix.folder)).toBe(false);
    left.kill();
    await once(left, 'exit');
  });

  test('one that cannot start says why, and leaves nothing', async () => {
    const before = await readdir(tmpdir());
    await using taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(startPostfix({ ...OPTIONS, port })).rejects.toThrow(`bind 127.0.0.1 port ${port}: Address already in use`);
    const after = await readdir(tmpdir());
    expect(after.filter((name) => name.startsWith('postfix-') && !before.includes(name))).toEqual([]);
  });
});
