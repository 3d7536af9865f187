import { Badge, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { ForwardPager, usePages } from '../parts/forward-pager.js';
import { Page } from '../parts/page.js';
import { RowTable } from '../parts/row-table.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { NewEmployee } from './new-employee.js';
import { EmployeeListDocument } from './people.generated.js';

const words = text.people;
const PAGE = 20;

/** Those who may sign in. */
export const EmployeesPage = () => {
  const may = useMay();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 200);
  const pages = usePages();
  const [making, setMaking] = useState(false);
  const { data, error, loading, refresh } = useData(EmployeeListDocument, { filter: wanted === '' ? {} : { text: wanted }, first: PAGE, after: pages.after });
  const rows = data?.employees.edges.map(({ node }) => node) ?? null;
  return (
    <Page title={words.employees} actions={may('EMPLOYEES', 'ADD') && <Button onClick={() => setMaking(true)}>{words.newEmployee}</Button>}>
      <TextInput label={words.search} placeholder={words.searchHint} type="search" maw="22rem" value={search} onChange={({ currentTarget }) => { setSearch(currentTarget.value); pages.restart(); }} />
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {rows !== null && rows.length === 0 && <Empty title={words.none} what={words.noneWhat} />}
      {rows !== null && rows.length > 0 && (
        <RowTable label={words.employees} rows={rows} busy={loading} keyOf={({ id }) => id} columns={[
          { head: words.number, cell: ({ number }) => number },
          { head: words.name, rowHead: true, cell: ({ id, name }) => <Link href={`/employees/${id}`} className="cell-link">{name}</Link> },
          { head: words.email, cell: ({ email }) => email },
          { head: words.rolesOf, cell: ({ roles }) => roles?.map(({ name }) => name).join(', ') ?? '' },
          { head: words.state, cell: ({ active, hasPassword }) => <Group gap={4}><Badge size="sm" variant="light" color={active ? 'teal' : 'gray'} tt="none">{active ? words.active : words.inactive}</Badge>{!hasPassword && <Badge size="sm" variant="light" color="yellow" tt="none">{words.noPassword}</Badge>}</Group> },
        ]} />
      )}
      {data !== null && <ForwardPager pages={pages} info={data.employees.pageInfo} total={data.employees.totalCount} />}
      {making && <NewEmployee onClose={() => setMaking(false)} />}
    </Page>
  );
};
