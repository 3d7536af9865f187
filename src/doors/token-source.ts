/** As whom access tokens are fetched, with the secret in the clear. Lives in memory only. */
export type TokenSource =
  | { readonly provider: 'MICROSOFT'; readonly tenant: string; readonly clientId: string; readonly clientSecret: string }
  | {
      readonly provider: 'GOOGLE';
      readonly clientEmail: string;
      /** PEM. */
      readonly privateKey: string;
      /** Whose mailbox the tokens are to open. */
      readonly mailbox: string;
    };

/** Where tokens are handed out. `{tenant}` in Microsoft's stands for the tenant. */
export interface TokenEndPoints { readonly microsoft: string; readonly google: string }

/** Microsoft: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow ; Google: https://developers.google.com/identity/protocols/oauth2/service-account */
export const TOKEN_END_POINTS: TokenEndPoints = {
  microsoft: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
  google: 'https://oauth2.googleapis.com/token',
};

/** Google's one scope that opens SMTP; `gmail.send` is for its own API only. */
export const GOOGLE_SCOPE = 'https://mail.google.com/';

/**
 * Exchange Online's scope for applications, by the cloud that the end point belongs to
 * (https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth).
 */
export const microsoftScope = (endPoint: URL): string => {
  if (endPoint.hostname.endsWith('.us')) return 'https://outlook.office365.us/.default';
  return endPoint.hostname.endsWith('.cn') ? 'https://partner.outlook.cn/.default' : 'https://outlook.office365.com/.default';
};

/** The end point for a source. The tenant was judged when it was posted; here it can only be one step of the path. */
export const endPointOf = (source: TokenSource, endPoints: TokenEndPoints): URL => new URL(
  source.provider === 'GOOGLE' ? endPoints.google : endPoints.microsoft.replaceAll('{tenant}', encodeURIComponent(source.tenant.toLowerCase())));

/** Reads the address of a token end point from a setting: https, or http on this machine. Throws an Error that says why not. */
export const parseTokenUrl = (text: string): string => {
  const url = new URL(text.replaceAll('{tenant}', 'tenant'));
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.username !== '' || url.password !== '') throw new Error('must not hold credentials');
  if (url.protocol === 'https:' || (url.protocol === 'http:' && here)) return text;
  throw new Error('must begin with https://, since secrets are sent there; http:// only for this machine');
};
