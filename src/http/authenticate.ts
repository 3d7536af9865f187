import type { IncomingHttpHeaders } from 'node:http';

export const SESSION_COOKIE = 'postroom_session';

/** A credential as a request carries it, and how: only a cookie is sent by a browser without the page's doing. */
export interface Credential { readonly value: string; readonly by: 'HEADER' | 'COOKIE' }

const bearerOf = (header: string | undefined): string | null => /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header?.trim() ?? '')?.[1] ?? null;

const cookieOf = (header: string | undefined): string | null => {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === SESSION_COOKIE && value !== undefined) return value;
  }
  return null;
};

/** The credential of a request: the Authorization header wins over the cookie. */
export const credentialOf = (headers: IncomingHttpHeaders): Credential | null => {
  const bearer = bearerOf(headers.authorization);
  if (bearer !== null) return { value: bearer, by: 'HEADER' };
  const cookie = cookieOf(headers.cookie);
  return cookie === null ? null : { value: cookie, by: 'COOKIE' };
};

/** The credential that a WebSocket's connection_init carries, as `Authorization` in any case. */
export const credentialOfParams = (params: Readonly<Record<string, unknown>> | undefined): string | null => {
  const found = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof found === 'string' ? bearerOf(found) : null;
};
