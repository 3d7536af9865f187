import { NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { Choice } from '../choices/use-choices.js';
import { faultAt } from '../parts/faults.js';
import { text } from '../text/text.js';
import type { SettingChoicesQuery } from './accounts.generated.js';
import type { Account, Field, SecretName, Value } from './fields.js';
import { valuesOf } from './fields.js';
import type { Editing } from './use-draft.js';

const words = text.accounts;
const STATES = { password: 'passwordState', sendGridApiKey: 'sendGridApiKeyState', oauthClientSecret: 'oauthClientSecretState', oauthPrivateKey: 'oauthPrivateKeyState' } as const;
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = words.choices;

const secretHint = (account: Account, name: SecretName): string => {
  switch (account[STATES[name]]) {
    case 'STORED': return words.secretStored;
    case 'UNREADABLE': return words.secretUnreadable;
    case 'NONE': return words.secretNone;
  }
};

interface Props {
  readonly field: Field;
  readonly account: Account;
  readonly editing: Editing;
  readonly choices: SettingChoicesQuery | null;
  readonly accounts: readonly Choice[];
  readonly readOnly: boolean;
}

const refsOf = ({ kind }: Field, { id: own }: Account, choices: SettingChoicesQuery | null, accounts: readonly Choice[]): Choice[] => (kind === 'quotaGroup'
  ? choices?.quotaGroups.map(({ id, name }) => ({ value: id, label: name })) ?? [] : accounts.filter(({ value }) => value !== own));

/** One field of the settings: what is posted, or the edit that is laid over it, which is marked. */
export const SettingField = ({ field, account, editing, choices, accounts, readOnly }: Props) => {
  const { name, kind } = field;
  const value = valuesOf(account.settings, editing.edits)[name] ?? null;
  const isEdited = name in editing.edits;
  const set = (next: Value | undefined): void => editing.edit(name, next);
  const asText = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  const common = {
    label: isEdited ? `${words.fields[name]} •` : words.fields[name],
    description: words.hints[name],
    error: faultAt(editing.faults, name),
    name,
    disabled: readOnly,
    'data-edited': isEdited || undefined,
  };
  switch (kind) {
    case 'switch': return <Switch {...common} checked={value === true} onChange={({ currentTarget }) => set(currentTarget.checked)} />;
    case 'number': return <NumberInput {...common} value={typeof value === 'number' ? value : ''} onChange={(next) => set(next === '' ? null : Number(next))} allowNegative={false} allowDecimal={false} thousandSeparator={name === 'port' ? '' : ' '} />;
    case 'secret': return <PasswordInput {...common} description={secretHint(account, name as SecretName)} autoComplete="new-password" value={asText} onChange={({ currentTarget }) => set(currentTarget.value)} />;
    case 'key': return <Textarea {...common} description={secretHint(account, name as SecretName)} autosize minRows={3} maxRows={8} spellCheck={false} value={asText} onChange={({ currentTarget }) => set(currentTarget.value)} />;
    case 'lines': return <Textarea {...common} autosize minRows={2} maxRows={8} spellCheck={false} value={asText} onChange={({ currentTarget }) => set(currentTarget.value === '' ? [] : currentTarget.value.split('\n'))} />;
    case 'date': return <TextInput {...common} type="date" value={asText} onChange={({ currentTarget }) => set(currentTarget.value || null)} />;
    case 'choice': return <Select {...common} allowDeselect={false} data={Object.entries(CHOICES[name] ?? {}).map(([key, label]) => ({ value: key, label }))} value={asText} onChange={(next) => set(next || null)} />;
    case 'account':
    case 'quotaGroup': return <Select {...common} clearable searchable data={refsOf(field, account, choices, accounts)} value={typeof value === 'string' ? value : null} onChange={set} />;
    case 'text': return <TextInput {...common} spellCheck={false} autoComplete="off" value={asText} onChange={({ currentTarget }) => set(currentTarget.value === '' ? null : currentTarget.value)} />;
  }
};
