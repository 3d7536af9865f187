import { Command } from 'commander';
import { CommandFault } from './complain.js';
import { settled } from './outcome.js';
import { EXIT, withHouse } from './run.js';

interface Options { readonly name: string; readonly email: string; readonly number?: string; readonly role: readonly string[]; readonly administrator?: true }

/** An option that may be given more than once. */
export const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const refuseWith = (message: string): never => {
  throw new CommandFault(message);
};

/** `postroom employee add`: somebody who signs in, with a one-time password. */
export const employeeAdd = (): Command => new Command('add')
  .description('add an employee, and print a one-time password')
  .requiredOption('--name <name>', 'the name')
  .requiredOption('--email <address>', 'the email address: the name to sign in with')
  .option('--number <number>', 'a number of your own (default: the next free one)')
  .option('--role <name>', 'a role, such as "IT support"; may be given more than once', collected, [])
  .option('--administrator', 'every right, as access records of its own: the way back where nobody can give them any more')
  .addHelpText('after', `
The password is made up, printed once, and has to be changed at the first sign-in.`)
  .action(async ({ name, email, number, role, administrator }: Options) => await withHouse(async (house) => {
    const { COMMAND } = await import('../app/first-start.js');
    const { createEmployee } = await import('../app/employees/create.js');
    const { oneTimePassword } = await import('../app/people/password.js');
    const { roles } = await import('../app/roles/read.js');
    const { RECORD_TYPES } = await import('../domain/permission.js');
    const { textKey } = await import('../domain/normalise.js');
    const all = await roles(house);
    const roleIds = role.map((wanted) => all.find(({ nameKey }) => nameKey === textKey(wanted))?.id
      ?? refuseWith(`There is no role "${wanted}"; there are: ${all.map((one) => one.name).join(', ')}`));
    const password = oneTimePassword();
    const employee = settled(await createEmployee(house, COMMAND, { name, email, number, password, roleIds }));
    if (administrator) {
      const { setAccessRecords } = await import('../app/access-records/set.js');
      const records = RECORD_TYPES.map((recordType) => ({ recordType, access: true, modify: true, add: true, erase: true, areas: null }));
      settled(await setAccessRecords(house, COMMAND, { holder: { kind: 'EMPLOYEE', id: employee.id }, records, version: employee.version }));
    }
    console.log(`Employee ${employee.number} ${employee.name} <${employee.email}>, one-time password ${password}`);
    return EXIT.DONE;
  }));
