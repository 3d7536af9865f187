import { Badge, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Loading } from '../parts/loading.js';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import type { Fault } from '../api/use-change.js';
import { faultAt, FaultNotice } from '../parts/faults.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { useMay, useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccountActions } from './account-actions.js';
import { AccountDocument } from './accounts.generated.js';
import { DomainsPanel } from './domains-panel.js';
import type { Account } from './fields.js';
import { FIELDS } from './fields.js';
import { GeneralPanel } from './general-panel.js';
import { HistoryPanel } from './history-panel.js';
import { SettingsPanel } from './settings-panel.js';
import { TestPanel } from './test-panel.js';
import { UsagePanel } from './usage-panel.js';
import { useDomainCheck } from './use-domain-check.js';
import { useDraft } from './use-draft.js';
import { useTest } from './use-test.js';

const words = text.accounts;

const Record = ({ account, refresh }: { account: Account; refresh: () => void }) => {
  const may = useMay();
  const session = useSession();
  const [query, setQuery] = useSearchParams();
  const panel = query.get('panel') ?? 'general';
  const show = (next: string | null): void => setQuery({ panel: next ?? 'general' }, { replace: true });
  const [posted, setPosted] = useState(false);
  const renew = (): void => {
    refresh();
    // The banner tells of accounts that fail.
    session.refresh();
  };
  const editing = useDraft(account, renew);
  const run = useTest(account.id, renew);
  const domains = useDomainCheck(account.id, editing);
  const [name, setName] = useState(account.name);
  const onPost = (faults: readonly Fault[]): void => {
    setPosted(faults.length === 0);
    // To where the fault is; one of no field is shown with the settings.
    if (faults.length > 0) show(FIELDS.find(({ name }) => faultAt(faults, name) !== null)?.panel ?? 'settings');
  };
  const modify = may('SMTP_ACCOUNTS', 'MODIFY');
  const readOnly = !modify && !(may('SMTP_ACCOUNTS', 'ADD') && account.settings === null);
  const unposted = editing.count > 0 ? <Badge size="sm" variant="light" color="yellow" tt="none">{words.unposted(editing.count)}</Badge> : null;
  return (
    <Page title={`${account.number} ${account.name}`} beside={unposted} actions={<AccountActions account={account} editing={editing} onPost={onPost} refresh={renew} />}>
      <Tabs value={panel} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="general">{words.panels.general}</Tabs.Tab>
          <Tabs.Tab value="settings">{words.panels.settings}</Tabs.Tab>
          <Tabs.Tab value="limits">{words.panels.limits}</Tabs.Tab>
          {modify && <Tabs.Tab value="test">{words.panels.test}</Tabs.Tab>}
          {modify && <Tabs.Tab value="domains">{words.panels.domains}</Tabs.Tab>}
          <Tabs.Tab value="usage">{words.panels.usage}</Tabs.Tab>
          <Tabs.Tab value="history">{words.panels.history}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general"><GeneralPanel account={account} name={name} setName={setName} refresh={renew} /></Tabs.Panel>
        <Tabs.Panel value="settings"><SettingsPanel account={account} editing={editing} panel="settings" readOnly={readOnly} /></Tabs.Panel>
        <Tabs.Panel value="limits"><SettingsPanel account={account} editing={editing} panel="limits" readOnly={readOnly} /></Tabs.Panel>
        {modify && <Tabs.Panel value="test"><TestPanel account={account} editing={editing} run={run} /></Tabs.Panel>}
        {modify && <Tabs.Panel value="domains"><DomainsPanel edited={editing.count > 0} check={domains} /></Tabs.Panel>}
        <Tabs.Panel value="usage"><UsagePanel account={account} /></Tabs.Panel>
        <Tabs.Panel value="history"><HistoryPanel account={account} /></Tabs.Panel>
      </Tabs>
      {posted && <Notice onClose={() => setPosted(false)}>{words.posted}</Notice>}
    </Page>
  );
};

/** One SMTP account: what it is, its settings, tests of it, what uses it, and what was done to it. */
export const AccountPage = ({ id = '' }: { readonly id?: string }) => {
  const { data, error, loading, refresh } = useData(AccountDocument, { id });
  if (data === null) return error === null ? <Loading /> : <FaultNotice error={error} retry={refresh} />;
  if (data.smtpAccount === null) return loading ? <Loading /> : <Empty title={text.shell.notFound} what={text.shell.notFoundWhat} />;
  return <Record key={data.smtpAccount.id} account={data.smtpAccount} refresh={refresh} />;
};
