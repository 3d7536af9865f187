import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { renewal } from '../api/reach.js';
import { useStore } from '../api/store.js';
import { useData } from '../api/use-data.js';
import { useMay } from '../session/viewer.js';
import type { AccountsToChooseQuery } from './choices.generated.js';
import { AccountsToChooseDocument, AreasToChooseDocument } from './choices.generated.js';

export interface Choice { readonly value: string; readonly label: string }
type Account = AccountsToChooseQuery['smtpAccounts']['edges'][number]['node'];

export const accountLabel = ({ number, name }: { readonly number: string; readonly name: string }): string => `${number} ${name}`;

/** All SMTP accounts, however many pages they are, by number; none for who may not see them, and until they are there. */
export const useAccounts = (): readonly Account[] => {
  const client = useClient();
  const may = useMay()('SMTP_ACCOUNTS', 'ACCESS');
  const renewed = useStore(renewal);
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const all: Account[] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: AccountsToChooseQuery } = await client.query(AccountsToChooseDocument, { after }, { requestPolicy: 'network-only' }).toPromise();
        if (left || data === undefined) return;
        all.push(...data.smtpAccounts.edges.map(({ node }) => node));
        after = data.smtpAccounts.pageInfo.hasNextPage ? data.smtpAccounts.pageInfo.endCursor : null;
      } while (after !== null);
      setAccounts(all);
    };
    if (may) void read();
    return () => { left = true; };
  }, [client, may, renewed]);
  return accounts;
};

/** The accounts as a list to choose from. */
export const useAccountChoices = ({ sandbox = true }: { sandbox?: boolean } = {}): readonly Choice[] =>
  useAccounts().flatMap((account) => (sandbox || !account.sandbox ? [{ value: account.id, label: accountLabel(account) }] : []));

/** The functional areas as a list to choose from. */
export const useAreaChoices = (): readonly Choice[] => useData(AreasToChooseDocument, {}).data?.emailAreas.map(({ code, name }) => ({ value: code, label: name })) ?? [];
