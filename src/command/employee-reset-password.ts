import { Command } from 'commander';
import { CommandFault } from './complain.js';
import { settled } from './outcome.js';
import { EXIT, withHouse } from './run.js';

/** `postroom employee reset-password`: the way back in when nobody can sign in any more. */
export const employeeResetPassword = (): Command => new Command('reset-password')
  .description('give an employee a new one-time password')
  .argument('<email>', 'the email address that the employee signs in with')
  .addHelpText('after', `
The password is printed once and has to be changed at the next sign-in. The employee's sessions end.`)
  .action(async (email: string) => await withHouse(async (house) => {
    const { COMMAND } = await import('../app/first-start.js');
    const { employeeWithEmail } = await import('../app/employees/find.js');
    const { resetEmployeePassword } = await import('../app/employees/reset-password.js');
    const found = await employeeWithEmail(house, email);
    if (found === null) throw new CommandFault(`No employee signs in with ${email}`);
    const { employee, oneTimePassword } = settled(await resetEmployeePassword(house, COMMAND, found.id));
    console.log(`Employee ${employee.number} ${employee.name} <${employee.email}>, one-time password ${oneTimePassword}`);
    if (employee.active) return EXIT.DONE;
    console.log('The employee is deactivated, and cannot sign in before it is activated again');
    return EXIT.REMARKS;
  }));
