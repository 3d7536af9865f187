import { useState } from 'react';
import { useClient } from 'urql';
import { text } from '../text/text.js';
import type { CheckSenderDomainsQuery } from './accounts.generated.js';
import { CheckSenderDomainsDocument } from './accounts.generated.js';
import type { Editing } from './use-draft.js';

/** A check of sender domains: what is asked for and what was found, kept while other panels are looked at. */
export interface DomainCheck {
  readonly selectors: string;
  readonly asking: boolean;
  readonly found: CheckSenderDomainsQuery['senderDomainChecks'];
  readonly fault: string | null;
  setSelectors(typed: string): void;
  check(): Promise<void>;
}

export const useDomainCheck = (accountId: string, { edits, count }: Editing): DomainCheck => {
  const client = useClient();
  const [selectors, setSelectors] = useState('');
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<CheckSenderDomainsQuery['senderDomainChecks']>([]);
  const [fault, setFault] = useState<string | null>(null);
  return {
    selectors, asking, found, fault, setSelectors,
    check: async () => {
      setAsking(true);
      const given = selectors.split(/[\s,]+/).filter((one) => one !== '');
      const { data, error } = await client.query(CheckSenderDomainsDocument, {
        accountId, ...(count === 0 ? {} : { settings: edits }), ...(given.length === 0 ? {} : { dkimSelectors: given }),
      }, { requestPolicy: 'network-only' }).toPromise();
      setAsking(false);
      setFault(error === undefined ? null : error.graphQLErrors[0]?.message ?? text.reach.lost);
      setFound(data?.senderDomainChecks ?? []);
    },
  };
};
