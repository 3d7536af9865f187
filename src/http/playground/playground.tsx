import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import { createPlaygroundFetcher } from './fetcher.js';
import { readyTabs } from './operations.js';
import { layoutStorage } from './storage.js';
import { WALK_THROUGH } from './walk-through.js';

// The editors take JSON with comments: uncommenting is all that a caller with a token has to do.
const HEADERS = `{
  // Not needed once signed in: the cookie goes along by itself.
  // "Authorization": "Bearer <application token>"
}`;

const tabs = readyTabs.map(({ query, variables }) => ({ query, variables, headers: HEADERS }));
const plugins = [WALK_THROUGH, HISTORY_PLUGIN];

/** Reads the schema anew whenever who is signed in changes, since a signed-out caller sees none of it. */
const SchemaOfSession = ({ changes }: { changes: number }) => {
  const { introspect } = useGraphiQLActions();
  useEffect(() => {
    if (changes > 0) void introspect();
  }, [changes, introspect]);
  return null;
};

/** Breaks long lines in the editors, so that what the ready operations say can be read without scrolling. */
const LongLinesBroken = () => {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor]) editor?.updateOptions({ wordWrap: 'on' });
  }, [queryEditor, variableEditor, headerEditor]);
  return null;
};

/**
 * The API playground: GraphiQL with one tab for each ready operation, in the order of the walk-through. Its colours
 * follow the system, and nothing that is typed outlives the page (see {@link layoutStorage}).
 */
export const Playground = () => {
  const [sessionChanges, setSessionChanges] = useState(0);
  const fetcher = useMemo(() => createPlaygroundFetcher(() => setSessionChanges((count) => count + 1)), []);
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={layoutStorage}
      defaultTabs={tabs}
      defaultHeaders={HEADERS}
      // Without it GraphiQL shows the first tab's operation, but not its variables.
      initialVariables={tabs[0]?.variables ?? ''}
      defaultEditorToolsVisibility="variables"
      plugins={plugins}
      visiblePlugin={WALK_THROUGH}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo><a className="graphiql-logo-link" href="/">Postroom</a></GraphiQL.Logo>
      <SchemaOfSession changes={sessionChanges} />
      <LongLinesBroken />
    </GraphiQL>
  );
};
