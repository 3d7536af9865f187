import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { store, useStore } from '../api/store.js';
import type { ConfigurationQuery, SmtpConfigurationInput } from './configuration.generated.js';
import { PostConfigurationDocument } from './configuration.generated.js';

export type Configuration = ConfigurationQuery['smtpConfiguration'];
/** Only what differs from what is posted; `overrides` are by area, null: the default account. */
export interface Edits extends Omit<SmtpConfigurationInput, 'overrides'> { readonly overrides?: Readonly<Record<string, string | null>> }
interface Draft { readonly edits: Edits; readonly version: number }

/** Edits outlive the page, as long as the console is open. */
const drafts = store<Draft | null>(null);

export interface ConfigurationEditing {
  readonly edits: Edits;
  readonly isEdited: boolean;
  /** Somebody posted since the edits were begun. */
  readonly isOvertaken: boolean;
  readonly faults: readonly Fault[];
  readonly posting: boolean;
  /** As it would be posted. */
  readonly proposed: SmtpConfigurationInput;
  edit(change: Partial<Edits>): void;
  route(area: string, accountId: string | null): void;
  discard(): void;
  /** Whether it is posted. */
  post(): Promise<boolean>;
}

/** Edits that say what is posted are none. */
const withoutEchoes = (posted: Configuration, edits: Edits): Edits => {
  const known = new Map(posted.overrides.map(({ area, account }) => [area, account.id]));
  const overrides = Object.entries(edits.overrides ?? {}).filter(([area, id]) => (known.get(area) ?? null) !== id);
  const rest = Object.entries(edits).filter(([name, value]) => name !== 'overrides' && value !== posted[name as keyof Configuration]);
  return { ...Object.fromEntries(rest), ...(overrides.length === 0 ? {} : { overrides: Object.fromEntries(overrides) }) };
};

const inputOf = (posted: Configuration, { overrides, ...rest }: Edits): SmtpConfigurationInput => {
  if (overrides === undefined) return rest;
  const all = new Map<string, string | null>(posted.overrides.map(({ area, account }) => [area, account.id]));
  for (const [area, id] of Object.entries(overrides)) all.set(area, id);
  return { ...rest, overrides: [...all].flatMap(([area, accountId]) => (accountId === null ? [] : [{ area, accountId }])) };
};

/** The edits of the configuration, laid over what is posted: whatever somebody else posts meanwhile, they stay. */
export const useConfigurationEdits = (posted: Configuration, refresh: () => void): ConfigurationEditing => {
  const draft = useStore(drafts);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [postInput, posting] = useChange(PostConfigurationDocument);
  const edits = withoutEchoes(posted, draft?.edits ?? {});
  const isEdited = Object.keys(edits).length > 0;
  const edit = (change: Partial<Edits>): void => drafts.set({ version: draft?.version ?? posted.version, edits: withoutEchoes(posted, { ...edits, ...change }) });
  const proposed = inputOf(posted, edits);
  return {
    edits, isEdited, faults, posting, proposed, edit,
    isOvertaken: isEdited && draft !== null && draft.version !== posted.version,
    route: (area, accountId) => edit({ overrides: { ...edits.overrides, [area]: accountId } }),
    discard: () => {
      drafts.set(null);
      setFaults([]);
    },
    post: async () => {
      const { payload, faults: wrong } = await postInput({ input: proposed, version: posted.version });
      setFaults(wrong);
      // What was edited while it was under way stays: it differs from what is posted now.
      if (wrong.length === 0 && payload?.smtpConfiguration) drafts.set({ edits: withoutEchoes(payload.smtpConfiguration, drafts.get()?.edits ?? {}), version: payload.smtpConfiguration.version });
      if (wrong.length === 0 || wrong.some(({ code }) => code === 'STALE_VERSION')) refresh();
      return wrong.length === 0;
    },
  };
};
