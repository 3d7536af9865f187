import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Api } from './api.js';

/** Calls a ready operation by its generated document, and answers its data by the document's own types. */
export const run = async <Data, Variables extends Record<string, unknown>>(api: Api, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> => {
  const { data, errors } = await api.ask(print(document), variables);
  if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
  return data as Data;
};
