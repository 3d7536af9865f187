/** A ready operation as a tab opens with it. */
export interface ReadyTab {
  /** Name of its first operation, which GraphiQL gives the tab as title. */
  readonly name: string;
  /** What it does, in a few words: the beginning of its first comment. */
  readonly summary: string;
  readonly query: string;
  /** JSON text; null where it takes none. */
  readonly variables: string | null;
}

const VARIABLES = /^#\s*variables:/;

const summaryOf = (comment: string): string => /^#\s*([^.:?]*\??)/.exec(comment)?.[1] ?? '';
const nameOf = (text: string): string => /^(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1] ?? '';

/**
 * Reads one ready operation. Its first comment says what it does; from a line `# variables: {` to the end of that
 * comment stand example variables as JSON, which go to the variables editor. Throws where they are not JSON.
 */
const readOperation = (text: string): ReadyTab => {
  const lines = text.trim().split('\n');
  const commentLength = lines.findIndex((line) => !line.startsWith('#'));
  const start = lines.slice(0, commentLength).findIndex((line) => VARIABLES.test(line));
  const said = lines.slice(0, start === -1 ? commentLength : start);
  const json = start === -1 ? null : lines.slice(start, commentLength)
    .map((line) => line.replace(VARIABLES, '').replace(/^#/, '')).join('\n');
  return {
    name: nameOf(text),
    summary: summaryOf(said[0] ?? ''),
    query: `${[...said, ...lines.slice(commentLength)].join('\n')}\n`,
    variables: json === null ? null : JSON.stringify(JSON.parse(json), null, 2),
  };
};

const files = import.meta.glob<string>('../../../schema/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The ready operations of `schema/operations`, in the order of their file names. */
export const readyTabs: readonly ReadyTab[] = Object.entries(files)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([, text]) => readOperation(text));
