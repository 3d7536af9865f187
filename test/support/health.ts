import type { Api } from './api.js';
import { eventually } from './eventually.js';
import type { TestServer } from './server.js';
import { testAccount } from './test-account.js';

export interface Health {
  readonly state: string; readonly since: string; readonly checkedAt: string | null; readonly nextCheckAt: string; readonly stage: string | null;
  readonly diagnosis: { readonly id: string; readonly cause: string } | null; readonly warnings: readonly { readonly kind: string; readonly message: string }[];
}
const HEALTH = '{ state since checkedAt nextCheckAt stage diagnosis { id cause } warnings { kind message } }';

export const CHECK_HEALTH = `mutation($id: ID!) { checkSmtpAccountHealth(id: $id) { smtpAccount { health ${HEALTH} } userErrors { code path } } }`;

/** What a banner shows to a caller. */
export const alertsOf = async (api: Api) => (await api.get<{ alerts: { state: string; account: { name: string }; message: string }[] }>('{ viewer { alerts { state account { name } message since } } }')).alerts;

export const healthOf = async (server: TestServer, id: string): Promise<Health | null> =>
  (await server.admin.get<{ health: Health | null }>(`query($id: ID!) { smtpAccount(id: $id) { health ${HEALTH} } }`, { id })).health;

/** An account that was looked at, which happens by itself soon after it was posted. */
export const accountSeen = async (server: TestServer, name: string, settings: object): Promise<string> => {
  const id = await testAccount(server, name, settings);
  await eventually(async () => await healthOf(server, id), (health) => health !== null);
  return id;
};

/** Has an account looked at now. Throws where that is refused. */
export const check = async (server: TestServer, id: string): Promise<Health> => {
  const { smtpAccount, userErrors } = await server.admin.get<{ smtpAccount: { health: Health } | null; userErrors: unknown[] }>(CHECK_HEALTH, { id });
  if (smtpAccount === null) throw new Error(JSON.stringify(userErrors));
  return smtpAccount.health;
};
