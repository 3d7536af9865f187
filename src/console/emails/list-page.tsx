import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from 'wouter';
import { Loading } from '../parts/loading.js';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { BulkActions } from './bulk-actions.js';
import { EmailCountDocument } from './emails.generated.js';
import { ExportButton } from './export-button.js';
import { filterOf, useFilterValues } from './filter.js';
import { Filters } from './filters.js';
import { LogTable } from './log-table.js';
import { useLog } from './use-log.js';

const words = text.emails;

/** The outbox and the log in one: what waits, what went, and what did not, as it happens. */
export const ListPage = () => {
  const may = useMay();
  const [values, setValues] = useFilterValues();
  const filter = filterOf(values);
  const [counted] = useDebouncedValue(JSON.stringify(filter), 300);
  const log = useLog(filter);
  const { data, current, refresh } = useData(EmailCountDocument, { filter: JSON.parse(counted) as typeof filter });
  // Of these very filters, or not at all: it is what a question for all of them names.
  const count = current && counted === JSON.stringify(filter) ? data?.emails.totalCount ?? null : null;
  const again = (): void => {
    log.restart();
    refresh();
  };
  const narrowed = Object.keys(values).length > 0;
  return (
    <Page title={words.title} actions={may('EMAILS', 'ADD') && <Button component={Link} href="/emails/compose">{words.compose}</Button>}>
      <Filters values={values} onChange={setValues} />
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text size="sm" role="status">{count === null ? words.counting : words.count(count)}</Text>
          {log.fresh > 0 && <Button size="compact-xs" variant="light" onClick={again}>{words.fresh(log.fresh)}</Button>}
        </Group>
        <Group gap="xs">
          {may('EMAILS', 'MODIFY') && <BulkActions filter={filter} count={count} onDone={again} />}
          <ExportButton filter={filter} disabled={count === 0} />
        </Group>
      </Group>
      {log.error !== null && <FaultNotice error={log.error} retry={log.restart} />}
      {log.rows === null && log.error === null && <Loading />}
      {log.rows !== null && log.rows.length === 0 && (narrowed
        ? <Empty title={words.noneFound} what={words.noneFoundWhat}><Button variant="default" onClick={() => setValues({})}>{words.clear}</Button></Empty>
        : <Empty title={words.none} what={words.noneWhat} />)}
      {log.rows !== null && log.rows.length > 0 && <LogTable log={log} rows={log.rows} />}
    </Page>
  );
};
