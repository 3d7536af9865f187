import { useEffect, useState } from 'react';
import { keepDraft, keptDraft } from '../api/drafts.js';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useSession } from '../session/viewer.js';
import { PostSettingsOfAccountDocument } from './accounts.generated.js';
import type { Account, Edits, FieldName, Posted, Value } from './fields.js';
import { edited, isSecret, withoutSent } from './fields.js';

/** Edits that are not posted, and what was posted when they were begun. */
interface Draft { readonly edits: Edits; readonly seen: Posted | null }

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

/** What outlives the page: secrets never do. */
const keepable = ({ edits, seen }: Draft): Draft | null => {
  const kept = Object.fromEntries(Object.entries(edits).filter(([name]) => !isSecret(name)));
  return Object.keys(kept).length === 0 ? null : { edits: kept, seen };
};

/** The edits of an account's settings, laid over what is posted: whatever somebody else posts meanwhile, what was typed stays. */
export const useDraft = (account: Account, refresh: () => void): Editing => {
  const { viewer } = useSession();
  const [draft, setDraft] = useState<Draft>(() => keptDraft<Draft>(viewer.id, account.id) ?? { edits: {}, seen: account.settings });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [postSettings, posting] = useChange(PostSettingsOfAccountDocument);
  useEffect(() => keepDraft(viewer.id, account.id, keepable(draft)), [viewer.id, account.id, draft]);
  const count = Object.keys(draft.edits).length;
  const lay = (change: (edits: Edits) => Edits): void => setDraft((now) => ({ edits: change(now.edits), seen: Object.keys(now.edits).length === 0 ? account.settings : now.seen }));
  return {
    edits: draft.edits, count, faults, posting,
    overtaken: count > 0 && JSON.stringify(draft.seen) !== JSON.stringify(account.settings) ? draft : null,
    edit: (name, value) => lay((edits) => edited(account.settings, edits, name, value)),
    editAll: (values) => lay((before) => Object.entries(values).reduce<Edits>((edits, [name, value]) => edited(account.settings, edits, name as FieldName, value as Value), before)),
    discard: () => {
      setDraft({ edits: {}, seen: account.settings });
      setFaults([]);
    },
    post: async () => {
      const { edits: sent } = draft;
      const { payload, faults: wrong } = await postSettings({ id: account.id, settings: sent, version: account.version });
      setFaults(wrong);
      if (wrong.some(({ code }) => code === 'STALE_VERSION')) refresh();
      if (wrong.length > 0 || payload === null) return wrong;
      // What was typed while it was under way is an edit still.
      setDraft(({ edits }) => ({ edits: withoutSent(edits, sent), seen: payload.smtpAccount?.settings ?? null }));
      refresh();
      return [];
    },
  };
};
