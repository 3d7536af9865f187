import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may come from where it comes from. Browsers name the Origin of every POST and WebSocket; one that is
 * not ours is another site's page, acting with our user's cookie. Programs send none, and send no cookie either.
 * Without a public URL the Host that was asked for is ours.
 */
export const originIsOurs = (headers: IncomingHttpHeaders, publicUrl: URL | null): boolean => {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (publicUrl !== null) return origin === publicUrl.origin;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
};
