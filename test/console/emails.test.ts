import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { hire, record } from '../support/people.js';
import { inAnHour, SEND_MANY, emailInput, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';

describeWithChromium('emails in the console (needs Chromium)', () => {
  let server: TestServer;
  let company: CompanyServer;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    [company, browser] = await Promise.all([CompanyServer.start(), startChromium()]);
    server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
    await configure(server, true, await testAccount(server, 'Company', company.settings));
    ({ page, problems } = await visitor(browser, server.url));
    await page.goto('/emails');
    await signIn(page);
    await page.getByRole('heading', { name: 'Emails', level: 1 }).waitFor();
  });
  beforeEach(() => {
    company.behave();
    problems.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await company?.stop();
  });

  const row = (subject: string): Locator => page.getByRole('row').filter({ hasText: subject });

  test('the log is found by what people know, and shows emails as they move', async () => {
    await sent(server.admin, { subject: 'Waits', sendAt: inAnHour(), to: ['known@customer.example'] });
    await sent(server.admin, { subject: 'Another' });
    await page.goto('/emails');
    await page.getByLabel('Recipient').fill('known@customer.example');
    await page.getByText('1 email', { exact: true }).waitFor();
    expect(await row('Another').count()).toBe(0);
    expect(await row('Waits').innerText()).toContain('Scheduled');
    expect(new URL(page.url()).searchParams.get('recipient')).toBe('known@customer.example');
    const { edges: [edge] } = await server.admin.get<{ edges: { node: { id: string } }[] }>('{ emails(filter: { recipient: "known@customer.example" }) { edges { node { id } } } }');
    await server.admin.get('mutation($id: ID!) { retryEmail(id: $id) { userErrors { code } } }', { id: edge?.node.id });
    await row('Waits').filter({ hasText: 'Sent' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('an email that was refused says why, and what to do', async () => {
    company.behaviour.recipient = () => '550 5.1.1 <gone@customer.example>: Recipient address rejected: User unknown';
    const { id } = await sent(server.admin, { subject: 'Refused', to: ['gone@customer.example'] });
    await settled(server.admin, id, 'FAILED');
    await page.goto('/emails');
    await page.getByRole('link', { name: 'Refused' }).click();
    await page.getByText('Attempt 1: REFUSED').waitFor();
    expect(await page.getByRole('tabpanel').innerText()).toContain('User unknown');
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });

  test('its content is read when somebody asks, in a frame that loads nothing and runs nothing', async () => {
    const html = '<p id="words" style="color: rgb(1, 2, 3)">Due</p><img src="https://tracker.example/x.png"><script>parent.document.title = "taken"</script>';
    const { id } = await sent(server.admin, { subject: 'Reads well', html });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`/emails/${id}`);
    await page.getByRole('tab', { name: 'Content' }).click();
    const reads = async (): Promise<number | null> => (await server.admin.get<{ totalCount: number | null }>('query($id: String!) { auditEvents(filter: { action: CONTENT_READ, subjectId: $id }) { totalCount } }', { id })).totalCount;
    expect(await reads()).toBe(0);
    await page.getByRole('button', { name: 'Read the content' }).click();
    const words = page.frameLocator('iframe').locator('#words');
    expect(await words.innerText()).toBe('Due');
    expect(await words.evaluate((element) => (globalThis as unknown as { getComputedStyle: (of: unknown) => { color: string } }).getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
    expect([await reads(), await page.title(), requests.filter((url) => url.includes('tracker'))]).toEqual([1, 'Reads well · Postroom', []]);
  });

  test('an email is composed with a file, and goes out', async () => {
    await page.goto('/emails/compose');
    await page.getByLabel('To', { exact: true }).fill('Jane <jane@customer.example>\njoe@customer.example');
    await page.getByLabel('Subject').fill('By hand');
    await page.getByLabel('Text').fill('Please find it attached.');
    await page.locator('input[type=file]').setInputFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('Invoice') });
    await page.getByText('invoice.txt, 7 bytes').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: 'By hand', level: 1 }).waitFor();
    await page.getByText('Sent', { exact: true }).first().waitFor();
    const { mail, recipients } = company.arrived.find(({ mail: { subject } }) => subject === 'By hand') ?? {};
    expect([recipients, mail?.attachments.map(({ filename, content }) => [filename, content.toString()])]).toEqual([['jane@customer.example', 'joe@customer.example'], [['invoice.txt', 'Invoice']]]);
  });

  test('a fault of what was composed is shown at its field, and nothing typed is lost', async () => {
    await page.goto('/emails/compose');
    await page.getByLabel('To', { exact: true }).fill('no address');
    await page.getByLabel('Subject').fill('Kept');
    await page.getByLabel('Text').fill('Words');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Kept');
  });

  test('what many need is done for all that the filters find, asked once', async () => {
    await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 30 }, (_, at) => emailInput({ subject: `Run ${at}`, batch: 'run', sendAt: inAnHour() })) });
    await page.goto('/emails?batch=run');
    await page.getByText('30 emails', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'All of these' }).click();
    await page.getByRole('menuitem', { name: 'Cancel sending' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('30 emails');
    await dialog.getByRole('button', { name: 'Cancel sending' }).click();
    await page.getByText('30 changed, 0 left as they were').waitFor();
    await row('Run 29').filter({ hasText: 'Cancelled' }).waitFor();
    expect((await server.admin.get<{ totalCount: number }>('{ emails(filter: { batch: "run", status: [CANCELLED] }) { totalCount } }')).totalCount).toBe(30);
  });

  test('a question for all of them waits until it is known how many they are', async () => {
    await page.goto('/emails?batch=run');
    await page.getByText('30 emails', { exact: true }).waitFor();
    const held = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('EmailCount')) await held.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('Counting').waitFor();
    expect(await page.getByRole('button', { name: 'All of these' }).isDisabled()).toBe(true);
    held.resolve();
    await page.getByText('Counting').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'All of these' }).isDisabled()).toBe(false);
    await page.unroute('**/graphql');
  });

  test('a further page that fails is not asked for again and again, and an export of a part is none', async () => {
    await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 150 }, (_, at) => emailInput({ subject: `Broken ${at}`, batch: 'broken', sendAt: inAnHour() })) });
    await page.goto('/emails?batch=broken');
    await row('Broken').first().waitFor();
    let asked = 0;
    await page.route('**/graphql', async (route) => {
      if (!/EmailLog/.test(route.request().postData() ?? '') || !/"after":"/.test(route.request().postData() ?? '')) return await route.continue();
      asked += 1;
      return await route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'Something failed on our side; quote 1', extensions: { code: 'INTERNAL' } }] }) });
    });
    await page.getByRole('table').focus();
    await page.keyboard.press('End');
    await page.getByText('Something failed on our side').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toBe(1);
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText('The emails could not all be read').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Something failed on our side').waitFor({ state: 'detached' });
  });

  test('the log goes to a spreadsheet, in which no subject is a formula', async () => {
    await sent(server.admin, { subject: '=HYPERLINK("https://evil.example")', batch: 'sheet', sendAt: inAnHour() });
    await page.goto('/emails?batch=sheet');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
    const [head, line] = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(head).toContain('Subject');
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  test('only what is in sight is in the page, however long the log is', async () => {
    await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 300 }, (_, at) => emailInput({ subject: `Long ${at}`, batch: 'long', sendAt: inAnHour() })) });
    await page.goto('/emails?batch=long');
    await page.getByText('300 emails', { exact: true }).waitFor();
    const table = page.getByRole('table');
    await table.getByRole('row').nth(5).waitFor();
    await table.focus();
    // To the end of what was read, then of what was read for that, until all is there.
    await eventually(async () => { await page.keyboard.press('End'); return await page.getByText('These are all').count(); }, (there) => there > 0);
    expect(await table.getByRole('row').count()).toBeLessThan(80);
  });

  test('who may mend emails of one area only is offered it there', async () => {
    const { email, password } = await hire(server, 'Mends Orders', [record('EMAILS', 'access modify', ['ORDERS'])]);
    const role = await server.admin.get<{ ref: { id: string } }>('mutation { createRole(input: { name: "Sees all", records: [{ recordType: EMAILS, access: true, modify: false, add: false, erase: false }] }) { ref { id } } }');
    const { edges: [holder] } = await server.admin.get<{ edges: { node: { id: string; version: number } }[] }>('{ employees(filter: { text: "Mends Orders" }) { edges { node { id version } } } }');
    await server.admin.get('mutation($id: ID!, $version: Int!, $roleIds: [ID!]!) { updateEmployee(id: $id, version: $version, input: { roleIds: $roleIds }) { userErrors { code } } }', { id: holder?.node.id, version: holder?.node.version, roleIds: [role.ref.id] });
    const [order, invoice] = [await sent(server.admin, { area: 'ORDERS', sendAt: inAnHour() }), await sent(server.admin, { area: 'INVOICES', sendAt: inAnHour() })];
    const other = await visitor(browser, server.url);
    await other.page.goto(`/emails/${order.id}`);
    await signIn(other.page, { email, password });
    await other.page.getByRole('button', { name: 'Cancel sending' }).waitFor();
    await other.page.goto(`/emails/${invoice.id}`);
    await other.page.getByRole('tab', { name: 'Recipients' }).waitFor();
    expect(await other.page.getByRole('button', { name: /Cancel|Try again|Send once/ }).count()).toBe(0);
    expect(await other.page.getByRole('link', { name: /Company/ }).count()).toBe(0);
  });

  test('who may only send sees what it sent, and mends nothing', async () => {
    const { email, password, api } = await hire(server, 'Sender', [record('EMAILS', 'add')]);
    await sent(api, { subject: 'Of the sender', sendAt: inAnHour() });
    const other = await visitor(browser, server.url);
    await other.page.goto('/emails');
    await signIn(other.page, { email, password });
    await other.page.getByRole('link', { name: 'Of the sender' }).waitFor();
    expect(await other.page.getByText('1 email', { exact: true }).count()).toBe(1);
    expect(await other.page.getByRole('button', { name: 'All of these' }).count()).toBe(0);
    await other.page.getByRole('link', { name: 'Of the sender' }).click();
    await other.page.getByRole('tab', { name: 'Recipients' }).waitFor();
    expect(await other.page.getByRole('button', { name: /Cancel|Try again|Send once/ }).count()).toBe(0);
    expect(await other.page.getByRole('tab', { name: 'Content' }).count()).toBe(0);
    expect(other.problems).toEqual([]);
  });
});
