import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from '../support/command.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

const run = async (...args: string[]) => await runCommand(args, server.environment);
const passwordIn = (text: string): string => /one-time password (\S+)/.exec(text)?.[1] ?? '';
const VIEWER = '{ viewer { name mustChangePassword } }';

test('an added employee signs in with the printed password, has its roles, and must change the password', async () => {
  const { code, stdout } = await run('employee', 'add', '--name', 'Kim Support', '--email', 'kim@example.com', '--number', 'K7', '--role', 'sender', '--role', 'IT Support');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Employee K7 Kim Support <kim@example.com>, one-time password \S+\n$/);
  const kim = await server.anybody.signedIn('kim@example.com', passwordIn(stdout));
  expect(await kim.get(VIEWER)).toMatchObject({ name: 'Kim Support', mustChangePassword: true });
  expect(await kim.code('{ smtpAccounts { totalCount } }')).toBe('FORBIDDEN');
});

test('a role that there is not, and an address that is taken, are told in one line, and nobody is added', async () => {
  const unknown = await run('employee', 'add', '--name', 'Lee', '--email', 'lee@example.com', '--role', 'Kings');
  expect(unknown).toEqual({ code: 1, stdout: '', stderr: 'postroom: There is no role "Kings"; there are: IT support, Sender\n' });
  const taken = await run('employee', 'add', '--name', 'Other', '--email', 'ADMIN@postroom.example');
  expect({ code: taken.code, stdout: taken.stdout }).toEqual({ code: 1, stdout: '' });
  expect(taken.stderr).toMatch(/^postroom: email: .+\n$/);
  await expect(server.anybody.signedIn('lee@example.com', 'x')).rejects.toThrow('Could not sign in');
});

test('a reset password is the only one that signs in afterwards', async () => {
  const added = await run('employee', 'add', '--name', 'Locked out', '--email', 'locked@example.com');
  const reset = await run('employee', 'reset-password', 'LOCKED@example.com');
  expect(reset.code).toBe(0);
  await expect(server.anybody.signedIn('locked@example.com', passwordIn(added.stdout))).rejects.toThrow('Could not sign in');
  expect((await server.anybody.signedIn('locked@example.com', passwordIn(reset.stdout))).token).not.toBeNull();
  expect(await run('employee', 'reset-password', 'nobody@example.com')).toEqual({ code: 1, stdout: '', stderr: 'postroom: No employee signs in with nobody@example.com\n' });
});

test('a token is written alone to standard output, and may do what it was given and no more', async () => {
  const { code, stdout, stderr } = await run('token', 'create', '--name', 'Invoicing', '--area', 'INVOICES', '--right', 'emails:access,add', '--expires-days', '30');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Application token Invoicing, shown this once:\n' });
  expect(stdout).toMatch(/^prt_[\w-]{43}\n$/);
  const program = server.anybody.as(stdout.trim());
  expect(await program.get('{ viewer { name areas } }')).toEqual({ name: 'Invoicing', areas: ['INVOICES'] });
  expect(await program.code('{ smtpAccounts { totalCount } }')).toBe('FORBIDDEN');
});

test.each([
  [['--right', 'EMAILS:fly'], /Write TYPE:RIGHT,RIGHT/], [['--right', 'KINGS:add'], /Write TYPE:RIGHT,RIGHT/], [['--expires-days', '0'], /whole number of days/],
  [['--area', 'NOWHERE'], /There is no area with this code/],
])('a token with %j is refused in one line', async (extra, words) => {
  const { code, stdout, stderr } = await run('token', 'create', '--name', 'Refused', ...extra);
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 });
  expect(stderr).toMatch(words);
});

test('what the command line changed stands in the audit in its name', async () => {
  await run('export');
  await runCommand(['import', '-', '--format', 'csv'], server.environment, 'Number,Name\n60,Imported\n');
  await run('keys', 'rotate');
  const { edges } = await server.admin.get<{ edges: { node: { actorName: string; action: string; subject: string; subjectName: string | null } }[] }>(
    '{ auditEvents(first: 50) { edges { node { actorName action subject subjectName } } } }');
  const done = edges.filter(({ node }) => node.actorName === 'command line').map(({ node }) => `${node.action} ${node.subject}`);
  expect(done).toEqual(expect.arrayContaining([
    'CREATED EMPLOYEE', 'PASSWORD_RESET EMPLOYEE', 'CREATED APPLICATION_TOKEN', 'EXPORTED INSTALLATION', 'IMPORTED SMTP_ACCOUNT', 'KEYS_ROTATED INSTALLATION',
  ]));
});

test('an import that would leave nobody to mend rights is refused, and so is its dry run', async () => {
  const file = JSON.stringify({ postroom: 1, roles: [{ name: 'IT support', accessRecords: [] }] });
  const [dry, real] = [
    await runCommand(['import', '-', '--dry-run'], server.environment, file), await runCommand(['import', '-'], server.environment, file),
  ];
  expect(dry).toEqual(real);
  expect(real).toEqual({ code: 1, stdout: '', stderr: 'postroom: roles: Nobody active would be left with access and modify on employees and access records\n' });
});

test('an administrator made on the machine holds every right', async () => {
  const { stdout } = await run('employee', 'add', '--name', 'Way Back', '--email', 'back@example.com', '--administrator');
  const back = await server.anybody.signedIn('back@example.com', passwordIn(stdout));
  expect(await back.get<{ rights: unknown[] }>('{ viewer { rights { recordType right } } }')).toMatchObject({ rights: { length: 32 } });
});
