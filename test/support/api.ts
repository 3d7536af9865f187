/** A GraphQL answer, loosely typed: tests look into it by path. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string } }[];
}

/** JSON as it comes; narrowed by what a test expects of it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A client of the API with one credential, or none. */
export interface Api {
  readonly url: string;
  readonly token: string | null;
  /** The whole answer. */
  ask(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** The data of one root field; throws with the errors when there are any. */
  get<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  /** The code of the first top-level error, or null. */
  code(document: string, variables?: Readonly<Record<string, unknown>>): Promise<string | null>;
  /** The same server with another credential. */
  as(token: string | null): Api;
  /** The same server, signed in by password. */
  signedIn(email: string, password: string): Promise<Api>;
}

export const apiAt = (url: string, token: string | null): Api => {
  const ask: Api['ask'] = async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    });
    return await response.json() as Answer;
  };
  const get = async <T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T> => {
    const { data, errors } = await ask(document, variables);
    if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0] as T;
  };
  return {
    url, token, ask, get,
    code: async (document, variables) => (await ask(document, variables)).errors?.[0]?.extensions.code ?? null,
    as: (other) => apiAt(url, other),
    signedIn: async (email, password) => {
      const answer = await get<{ token: string | null; userErrors: unknown[] }>(
        'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { token userErrors { code message } } }', { email, password });
      if (answer.token === null) throw new Error(`Could not sign in: ${JSON.stringify(answer.userErrors)}`);
      return apiAt(url, answer.token);
    },
  };
};
