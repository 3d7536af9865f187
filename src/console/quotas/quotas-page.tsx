import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { Question } from '../parts/question.js';
import { RowTable } from '../parts/row-table.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { QuotaGroup } from './quota-form.js';
import { LIMITS, QuotaForm } from './quota-form.js';
import { EraseQuotaGroupRecordDocument, QuotaGroupListDocument } from './quotas.generated.js';

const words = text.quotas;

/** The quotas that accounts of one provider share. */
export const QuotasPage = () => {
  const may = useMay();
  const [form, setForm] = useState<QuotaGroup | 'new' | null>(null);
  const [erasing, setErasing] = useState<QuotaGroup | null>(null);
  const [erase] = useChange(EraseQuotaGroupRecordDocument);
  const { data, error, refresh } = useData(QuotaGroupListDocument, {});
  const changeable = may('SMTP_ACCOUNTS', 'MODIFY') || may('SMTP_ACCOUNTS', 'ERASE');
  return (
    <Page title={words.title} actions={may('SMTP_ACCOUNTS', 'ADD') && <Button onClick={() => setForm('new')}>{words.add}</Button>}>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {data?.quotaGroups.length === 0 && <Empty title={words.none} what={words.what} />}
      {data !== null && data.quotaGroups.length > 0 && (
        <>
          <Text size="sm" c="dimmed">{words.what}</Text>
          <RowTable label={words.title} rows={data.quotaGroups} keyOf={({ id }) => id} columns={[
            { head: words.name, rowHead: true, cell: ({ name }) => name }, { head: words.accounts, cell: ({ accounts }) => accounts.map(({ number, name }) => `${number} ${name}`).join(', ') },
            ...LIMITS.map((limit) => ({ head: words[limit], align: 'right' as const, cell: (group: QuotaGroup) => group[limit]?.toLocaleString() ?? '–' })),
            ...(changeable ? [{
              head: words.actions,
              cell: (group: QuotaGroup) => (
                <Group gap={4} wrap="nowrap">
                  {may('SMTP_ACCOUNTS', 'MODIFY') && <Button size="compact-xs" variant="default" aria-label={`${words.change}: ${group.name}`} onClick={() => setForm(group)}>{words.change}</Button>}
                  {may('SMTP_ACCOUNTS', 'ERASE') && <Button size="compact-xs" variant="default" aria-label={`${words.erase}: ${group.name}`} onClick={() => setErasing(group)}>{words.erase}</Button>}
                </Group>
              ),
            }] : []),
          ]} />
        </>
      )}
      {form !== null && <QuotaForm group={form === 'new' ? null : form} onSaved={refresh} onClose={() => setForm(null)} />}
      {erasing !== null && <Question title={words.eraseQuestion(erasing.name)} what={words.eraseWhat} verb={words.erase} onClose={() => setErasing(null)} carryOut={async () => { const { faults } = await erase({ id: erasing.id, version: erasing.version }); refresh(); return faults; }} />}
    </Page>
  );
};
