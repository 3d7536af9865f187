import type { Api } from './api.js';
import type { TestServer } from './server.js';

/** An access record as the API takes it. */
export interface RecordInput { recordType: string; access: boolean; modify: boolean; add: boolean; erase: boolean; areas?: string[] | null }
export interface UserError { code: string; path: string[]; message: string; usedBy: { type: string; id: string; name: string }[] | null }
export const ERRORS = 'userErrors { code path message usedBy { type id name } }';

/** An access record with the rights named, as in `record('EMAILS', 'access add')`. */
export const record = (recordType: string, rights: string, areas?: string[]): RecordInput => ({
  recordType, access: rights.includes('access'), modify: rights.includes('modify'), add: rights.includes('add'), erase: rights.includes('erase'),
  ...(areas === undefined ? {} : { areas }),
});

/** An employee made for a test, signed in with a password of its own. */
export interface Person { readonly id: string; readonly name: string; readonly email: string; readonly password: string; readonly api: Api }

const CREATE = `mutation($input: CreateEmployeeInput!) { createEmployee(input: $input) { employee { id version } ${ERRORS} } }`;
const SET = `mutation($holder: AccessHolderInput!, $records: [AccessRecordInput!]!, $version: Int!) {
  setAccessRecords(holder: $holder, records: $records, version: $version) { holder { kind id name } records { recordType access modify add erase areas } version ${ERRORS} } }`;
const CHANGE = 'mutation($current: String!, $next: String!) { changePassword(current: $current, next: $next) { changed userErrors { code message path } } }';

export interface HolderPayload { holder: { kind: string; id: string; name: string } | null; records: RecordInput[] | null; version: number | null; userErrors: UserError[] }

/** Sets the access records of a holder as `api` may. */
export const setRecords = async (api: Api, kind: string, id: string, records: RecordInput[], version: number): Promise<HolderPayload> =>
  await api.get<HolderPayload>(SET, { holder: { kind, id }, records, version });

const failed = (errors: readonly unknown[]): void => {
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
};

/** Makes an employee with access records and roles, signs it in and has it choose a password. `name` must be new in its server. */
export const hire = async ({ admin, anybody }: TestServer, name: string, records: RecordInput[] = [], roleIds: string[] = []): Promise<Person> => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@postroom.example`;
  const input = { name, email, password: 'chosen by another', roleIds };
  const { employee, userErrors } = await admin.get<{ employee: { id: string; version: number } | null; userErrors: UserError[] }>(CREATE, { input });
  failed(userErrors);
  if (employee === null) throw new Error('Not created');
  failed((await setRecords(admin, 'EMPLOYEE', employee.id, records, employee.version)).userErrors);
  const api = await anybody.signedIn(email, input.password);
  const password = `${name} chose this itself`;
  failed((await api.get<{ userErrors: UserError[] }>(CHANGE, { current: input.password, next: password })).userErrors);
  return { id: employee.id, name, email, password, api };
};
