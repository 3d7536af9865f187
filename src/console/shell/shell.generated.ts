/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type SetMailMutationVariables = Exact<{
  enabled: boolean;
}>;


export type SetMailMutation = { setMailEnabled: { userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };


export const SetMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"enabled"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMailEnabled"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"enabled"},"value":{"kind":"Variable","name":{"kind":"Name","value":"enabled"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetMailMutation, SetMailMutationVariables>;