import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { readyTabs, type ReadyTab } from './operations.js';

const Icon = () => (
  <svg height="1em" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M8 4h10M8 10h10M8 16h10M2 4l1 1 2-2M2 10l1 1 2-2M2 16l1 1 2-2" />
  </svg>
);

const Steps = () => {
  const tabs = useGraphiQL((state) => state.tabs);
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { addTab, changeTab } = useGraphiQLActions();

  const open = ({ name, query, variables }: ReadyTab) => {
    const index = tabs.findIndex((tab) => tab.title === name);
    if (index !== -1) {
      changeTab(index);
      return;
    }
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables ?? '');
  };

  return (
    <section aria-label="Walk-through" className="postroom-steps">
      <h2>Walk-through</h2>
      <ol>
        {readyTabs.map((step) => (
          <li key={step.name}>
            <button
              type="button"
              aria-current={tabs[activeTabIndex]?.title === step.name ? 'step' : undefined}
              onClick={() => open(step)}
            >
              {step.summary}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Lists the ready operations beside the editors. A step shows its tab, or opens it anew if it was closed. */
export const WALK_THROUGH: GraphiQLPlugin = { title: 'Walk-through', icon: Icon, content: Steps };
