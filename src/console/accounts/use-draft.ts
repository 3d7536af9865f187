import { useEffect, useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { PostSettingsOfAccountDocument } from './accounts.generated.js';
import type { Draft } from './drafts.js';
import { keepDraft, keptDraft } from './drafts.js';
import type { Account, Edits, FieldName, Value } from './fields.js';
import { edited } from './fields.js';

export interface Editing {
  readonly edits: Edits;
  readonly count: number;
  readonly faults: readonly Fault[];
  /** What was posted when the edits were begun, where somebody posted meanwhile; null: nobody did. */
  readonly overtaken: Draft | null;
  readonly posting: boolean;
  edit(name: FieldName, value: Value | undefined): void;
  editAll(values: Edits): void;
  discard(): void;
  /** Answers what was wrong; nothing: it is posted. */
  post(): Promise<readonly Fault[]>;
}

const begun = ({ settings, version }: Account): Draft => ({ edits: {}, seen: settings, version });

/** The edits of an account's settings, laid over what is posted: whatever somebody else posts meanwhile, what was typed stays. */
export const useDraft = (account: Account, refresh: () => void): Editing => {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(account.id) ?? begun(account));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [postSettings, posting] = useChange(PostSettingsOfAccountDocument);
  useEffect(() => keepDraft(account.id, draft), [account.id, draft]);
  const count = Object.keys(draft.edits).length;
  const lay = (edits: Edits): void => setDraft((now) => (Object.keys(now.edits).length === 0 ? { ...begun(account), edits } : { ...now, edits }));
  return {
    edits: draft.edits, count, faults, posting,
    overtaken: count > 0 && JSON.stringify(draft.seen) !== JSON.stringify(account.settings) ? draft : null,
    edit: (name, value) => lay(edited(account.settings, draft.edits, name, value)),
    editAll: (values) => lay(Object.entries(values).reduce<Edits>((edits, [name, value]) => edited(account.settings, edits, name as FieldName, value as Value), draft.edits)),
    discard: () => {
      setDraft(begun(account));
      setFaults([]);
    },
    post: async () => {
      const { payload, faults: wrong } = await postSettings({ id: account.id, settings: draft.edits, version: account.version });
      setFaults(wrong);
      if (wrong.length > 0 || payload === null) {
        if (wrong.some(({ code }) => code === 'STALE_VERSION')) refresh();
        return wrong;
      }
      setDraft({ edits: {}, seen: payload.smtpAccount?.settings ?? null, version: payload.smtpAccount?.version ?? account.version + 1 });
      refresh();
      return [];
    },
  };
};
