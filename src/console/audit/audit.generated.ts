/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What did it. */
export type ActorKind =
  /** A program. */
  | 'APPLICATION_TOKEN'
  /** The command line. */
  | 'COMMAND'
  /** An employee. */
  | 'EMPLOYEE'
  /** Somebody who was not signed in. */
  | 'SIGNED_OUT'
  /** Postroom by itself. */
  | 'SYSTEM';

/** What was done. */
export type AuditAction =
  /** Access records changed. */
  | 'ACCESS_RECORDS_SET'
  /** An employee was let in. */
  | 'ACTIVATED'
  /** An email was cancelled. */
  | 'CANCELLED'
  /** The content of an email was read. */
  | 'CONTENT_READ'
  /** Made. */
  | 'CREATED'
  /** An employee was let out. */
  | 'DEACTIVATED'
  /** Mail switched off. */
  | 'DISABLED'
  /** An area was registered by an email that named it. */
  | 'DISCOVERED'
  /** Mail switched on. */
  | 'ENABLED'
  /** Erased. */
  | 'ERASED'
  /** Records were exported. */
  | 'EXPORTED'
  /** Records were imported. */
  | 'IMPORTED'
  /** A copy was made an original, and sends. */
  | 'INSTANCE_CONFIRMED'
  /** Secrets were sealed with a new key. */
  | 'KEYS_ROTATED'
  /** Tables were brought up to date. */
  | 'MIGRATED'
  /** Somebody said what became of an email with unknown outcome. */
  | 'OUTCOME_RESOLVED'
  /** An employee changed its own password. */
  | 'PASSWORD_CHANGED'
  /** An employee was given a one-time password. */
  | 'PASSWORD_RESET'
  /** Sending stopped. */
  | 'PAUSED'
  /** Settings or configuration put in force. */
  | 'POSTED'
  /** Content, emails or uploads were removed because their time was over. */
  | 'PURGED'
  /** A parked email was let go. */
  | 'RELEASED'
  /** Given another name. */
  | 'RENAMED'
  /** An email was sent another way. */
  | 'REROUTED'
  /** An email was sent once more. */
  | 'RESENT'
  /** Sending let go on. */
  | 'RESUMED'
  /** An email was tried again by hand. */
  | 'RETRIED'
  /** An application token ended. */
  | 'REVOKED'
  /** The settings of a domain were looked up outside. */
  | 'SETTINGS_LOOKED_UP'
  /** Signed in. */
  | 'SIGNED_IN'
  /** Signed out. */
  | 'SIGNED_OUT'
  /** A password was wrong, or the employee unknown. */
  | 'SIGN_IN_REFUSED'
  /** The database was taken for a copy, and stopped sending. */
  | 'TAKEN_FOR_COPY'
  /** An account tested. */
  | 'TESTED'
  /** Changed. */
  | 'UPDATED';

/** Narrows a list of audit events; all that is given must hold. */
export type AuditFilter = {
  /** What was done. */
  action?: AuditAction | null | undefined;
  /** The id of who did it. */
  actorId?: string | null | undefined;
  /** Earlier than this. */
  before?: string | null | undefined;
  /** Not earlier than this. */
  from?: string | null | undefined;
  /** What it was done to. */
  subject?: AuditSubject | null | undefined;
  /** The id of the record it was done to, or its code. */
  subjectId?: string | null | undefined;
  /** Found in the name of who did it or of what it was done to, whatever the case. */
  text?: string | null | undefined;
};

/** What it was done to. */
export type AuditSubject =
  /** An application token. */
  | 'APPLICATION_TOKEN'
  /** An email that the sandbox caught. */
  | 'CAPTURED_EMAIL'
  /** An email. */
  | 'EMAIL'
  /** An area. */
  | 'EMAIL_AREA'
  /** The body or an attachment of an email. */
  | 'EMAIL_CONTENT'
  /** An employee. */
  | 'EMPLOYEE'
  /** Postroom as a whole. */
  | 'INSTALLATION'
  /** A quota that accounts share. */
  | 'QUOTA_GROUP'
  /** A role. */
  | 'ROLE'
  /** A sign-in. */
  | 'SESSION'
  /** An SMTP account. */
  | 'SMTP_ACCOUNT'
  /** The configuration. */
  | 'SMTP_CONFIGURATION';

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditEvents: { totalCount: number | null, edges: Array<{ node: { id: string, at: string, actorKind: ActorKind, actorName: string, address: string | null, action: AuditAction, subject: AuditSubject, subjectId: string | null, subjectName: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const AuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<AuditLogQuery, AuditLogQueryVariables>;