import { RowTable } from '../parts/row-table.js';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import type { EmailRecord } from './email-page.js';

const words = text.emails;

/** Who was to get it, and what became of that, each for itself. */
export const Recipients = ({ email: { recipients } }: { email: EmailRecord }) => (
  <RowTable label={words.recipients} rows={recipients} keyOf={({ kind, address }) => `${kind} ${address}`} columns={[
    { head: words.kind, cell: ({ kind }) => kind }, { head: words.address, rowHead: true, cell: ({ address, name }) => (name === null ? address : `${name} <${address}>`) },
    { head: words.status, cell: ({ status }) => status }, { head: words.reply, cell: ({ reply }) => <span className="words">{reply ?? ''}</span> },
    { head: words.when, cell: ({ at }) => (at === null ? '' : <When at={at} kind="full" />) },
  ]} />
);
