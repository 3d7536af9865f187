import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SMTPServerAuthentication, SMTPServerAuthenticationResponse } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import type { AuthorizationServer } from './authorization-server.js';
import type { KeyPair } from './certificates.js';

/** How it refuses a token: with a challenge that says why, as Google does, or at once, as Microsoft does; not now (454); or by hanging up behind its challenge. */
export type Refusing = 'CHALLENGE' | 'REPLY' | 'LATER' | 'HANG_UP';

/** A mail server that takes mail over STARTTLS from who logs on by a token, which it has checked where it was made. */
export class TokenMailServer implements AsyncDisposable {
  readonly messages: string[] = [];
  /** Tokens that were shown to it, right or not, in their order. */
  readonly tokens: string[] = [];
  readonly users: string[] = [];
  refusing: Refusing = 'CHALLENGE';
  readonly #authority: AuthorizationServer;
  readonly #server: SMTPServer;

  private constructor(authority: AuthorizationServer, { key, cert }: KeyPair, authMethods: string[]) {
    this.#authority = authority;
    this.#server = new SMTPServer({
      key, cert, authMethods, logger: false, closeTimeout: 100,
      onAuth: (authentication, _session, callback) => { void this.#logOn(authentication, callback); },
      onData: (stream, _session, callback) => {
        const take = async (): Promise<void> => {
          this.messages.push(await text(stream));
          callback(null);
        };
        void take();
      },
    });
    this.#server.on('error', () => {});
  }

  static async start(authority: AuthorizationServer, certificate: KeyPair, authMethods: string[] = ['XOAUTH2']): Promise<TokenMailServer> {
    const server = new TokenMailServer(authority, certificate, authMethods);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Ends every connection that is open, as a server does with idle ones. */
  hangUp(): void {
    const { connections } = this.#server as unknown as { connections: ReadonlySet<{ _socket: { destroy(): void } }> };
    for (const connection of connections) connection._socket.destroy();
  }

  async #logOn(
    { username = '', accessToken = '' }: SMTPServerAuthentication, callback: (error: Error | null, response?: SMTPServerAuthenticationResponse) => void,
  ): Promise<void> {
    this.tokens.push(accessToken);
    this.users.push(username);
    if (await this.#authority.opens(username, accessToken)) callback(null, { user: username });
    else if (this.refusing === 'REPLY') callback(Object.assign(new Error('5.7.3 Authentication unsuccessful'), { responseCode: 535 }));
    else if (this.refusing === 'LATER') callback(Object.assign(new Error('4.7.0 Temporary authentication failure'), { responseCode: 454 }));
    else callback(null, { data: { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' } });
    if (this.refusing === 'HANG_UP') setImmediate(() => this.hangUp());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }
}

