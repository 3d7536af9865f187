/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Who holds access records. */
export type AccessHolderKind =
  /** A program. */
  | 'APPLICATION_TOKEN'
  /** An employee. */
  | 'EMPLOYEE'
  /** A role: its access records reach all employees who have it. */
  | 'ROLE';

/** How an account stands, by looks at its server that send nothing. */
export type HealthState =
  /** It does not work: somebody has to mend something, or it failed twice in a row. It lasts until it is seen working. */
  | 'FAILING'
  /** It works. */
  | 'OK'
  /** Nobody has looked yet. */
  | 'UNKNOWN'
  /** It works, or failed for a moment: the warnings say what. */
  | 'WARNING';

/** Where mail goes at present. */
export type MailState =
  /** Mail is on, but there is neither a default account nor an override: emails wait. */
  | 'NO_ACCOUNT'
  /** Mail is switched off: emails wait. */
  | 'OFF'
  /** It leaves the house. */
  | 'ON'
  /** This database is taken for a copy of another: emails wait until somebody confirms it. */
  | 'RESTORED_COPY'
  /** All of it goes to the sandbox: nothing leaves the house. */
  | 'SANDBOX_ONLY';

/** What an access record is about. */
export type RecordType =
  /** Roles, and who may do what. */
  | 'ACCESS_RECORDS'
  /** Programs that may call. */
  | 'APPLICATION_TOKENS'
  /** The audit log. */
  | 'AUDIT'
  /** The log: access sees it, add sends, modify mends, erase purges. May be limited to areas. */
  | 'EMAILS'
  /** Bodies, attachments and captured mail. May be limited to areas. */
  | 'EMAIL_CONTENT'
  /** Employees. */
  | 'EMPLOYEES'
  /** SMTP accounts: testing, pausing and resuming are modify. */
  | 'SMTP_ACCOUNTS'
  /** Mail on or off, default account, overrides, areas. */
  | 'SMTP_CONFIGURATION';

/** What may be done with records of a type. */
export type Right =
  /** See them. */
  | 'ACCESS'
  /** Make new ones. */
  | 'ADD'
  /** Erase them; worth nothing without access. */
  | 'ERASE'
  /** Change them; worth nothing without access. */
  | 'MODIFY';

/** What is wrong with what was asked; each can be mended in a form. */
export type UserErrorCode =
  /** The account may not send with this From. */
  | 'FROM_NOT_ALLOWED'
  /** The idempotency key was used before, with another content. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The value cannot be used; the message says why. */
  | 'INVALID'
  /** Nobody active would be left with access and modify on employees and access records. */
  | 'LAST_ADMINISTRATOR'
  /** Another record has this name. */
  | 'NAME_TAKEN'
  /** There is no such record. */
  | 'NOT_FOUND'
  /** The account has no posted settings yet. */
  | 'NOT_POSTED'
  /** Another record has this number. */
  | 'NUMBER_TAKEN'
  /** A password or key must be typed: none is stored that may be used with these settings. */
  | 'PASSWORD_REQUIRED'
  /** Something still needs the record; `usedBy` says what. */
  | 'RECORD_IN_USE'
  /** You do not hold this right, or not in this reach, and so cannot grant it. */
  | 'RIGHT_NOT_HELD'
  /** The record was changed since you saw it; where possible the payload holds it as it now stands. */
  | 'STALE_VERSION'
  /** Larger than the limit that the message names. */
  | 'TOO_LARGE'
  /** The record is in a state in which this cannot be done. */
  | 'WRONG_STATE';

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { viewer: { id: string, kind: AccessHolderKind, name: string, mustChangePassword: boolean, mail: MailState, rights: Array<{ recordType: RecordType, right: Right, areas: Array<string> | null, from: Array<{ kind: AccessHolderKind, id: string, name: string }> }>, alerts: Array<{ state: HealthState, message: string, since: string, account: { id: string, number: string, name: string } }> } };

export type ConsoleSignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type ConsoleSignInMutation = { signIn: { viewer: { id: string, name: string, mustChangePassword: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ConsoleSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type ConsoleSignOutMutation = { signOut: { signedOut: boolean, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ConsoleChangePasswordMutationVariables = Exact<{
  current: string;
  next: string;
}>;


export type ConsoleChangePasswordMutation = { changePassword: { changed: boolean, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };


export const SessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"mail"}},{"kind":"Field","name":{"kind":"Name","value":"rights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;
export const ConsoleSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsoleSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}},{"kind":"Argument","name":{"kind":"Name","value":"cookie"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConsoleSignInMutation, ConsoleSignInMutationVariables>;
export const ConsoleSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsoleSignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOut"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConsoleSignOutMutation, ConsoleSignOutMutationVariables>;
export const ConsoleChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConsoleChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"current"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"next"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"current"},"value":{"kind":"Variable","name":{"kind":"Name","value":"current"}}},{"kind":"Argument","name":{"kind":"Name","value":"next"},"value":{"kind":"Variable","name":{"kind":"Name","value":"next"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConsoleChangePasswordMutation, ConsoleChangePasswordMutationVariables>;