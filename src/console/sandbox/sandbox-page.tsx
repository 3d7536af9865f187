import { Link } from 'wouter';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { ForwardPager, usePages } from '../parts/forward-pager.js';
import { Page } from '../parts/page.js';
import { RowTable } from '../parts/row-table.js';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import { CapturedListDocument } from './sandbox.generated.js';

const words = text.sandbox;
const PAGE = 30;

/** What the sandbox caught: mail that never left the house. */
export const SandboxPage = () => {
  const pages = usePages();
  const { data, error, loading, refresh } = useData(CapturedListDocument, { first: PAGE, after: pages.after });
  const rows = data?.capturedEmails.edges.map(({ node }) => node) ?? null;
  return (
    <Page title={words.title}>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {rows !== null && rows.length === 0 && <Empty title={words.none} what={words.noneWhat} />}
      {rows !== null && rows.length > 0 && (
        <RowTable label={words.title} rows={rows} busy={loading} keyOf={({ id }) => id} columns={[
          { head: words.received, cell: ({ receivedAt }) => <When at={receivedAt} /> }, { head: words.from, cell: ({ envelopeFrom }) => envelopeFrom },
          { head: words.to, cell: ({ recipients: [first, ...others] }) => `${first ?? ''}${others.length === 0 ? '' : ` +${String(others.length)}`}` },
          { head: words.subject, rowHead: true, cell: ({ id, subject }) => <Link href={`/sandbox/${id}`} className="cell-link">{subject}</Link> },
          { head: words.area, cell: ({ area }) => area ?? '' },
        ]} />
      )}
      {data !== null && <ForwardPager pages={pages} info={data.capturedEmails.pageInfo} total={data.capturedEmails.totalCount} />}
    </Page>
  );
};
