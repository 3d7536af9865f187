import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { SMTPServerDataStream, SMTPServerEnvelope } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

/** What a mail server took. */
export interface Received { readonly from: string; readonly to: readonly string[]; readonly messageId: string | undefined; readonly fromHeader: string | undefined }

/** A real mail server in the clear, with the accounts given (none: it asks for no log-on), that keeps what it takes. `hold` stops it at the sender. */
export class MailServer implements AsyncDisposable {
  readonly received: Received[] = [];
  readonly greetedAs: string[] = [];
  readonly #server: SMTPServer;
  readonly #held = Promise.withResolvers<void>();
  readonly #released = Promise.withResolvers<void>();

  private constructor(accounts: Readonly<Record<string, string>>, hold: boolean) {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'], allowInsecureAuth: true, authOptional: Object.keys(accounts).length === 0, logger: false, closeTimeout: 100,
      onAuth: ({ username, password }, _session, callback) => {
        if (username !== undefined && accounts[username] === password) callback(null, { user: username });
        else callback(Object.assign(new Error('Wrong account or password'), { responseCode: 535 }));
      },
      onMailFrom: (_address, session, callback) => {
        this.greetedAs.push(session.hostNameAppearsAs || '');
        this.#held.resolve();
        void this.#mayGoOn(hold, callback);
      },
      onData: (stream, { envelope }, callback) => { void this.#take(stream, envelope, callback); },
    });
    this.#server.on('error', () => {});
  }

  static async start(accounts: Readonly<Record<string, string>>, { hold = false }: { hold?: boolean } = {}): Promise<MailServer> {
    const server = new MailServer(accounts, hold);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Settles when a sender was named. */
  get held(): Promise<void> {
    return this.#held.promise;
  }

  /** Lets what is held go on. */
  release(): void {
    this.#released.resolve();
  }

  async #mayGoOn(hold: boolean, callback: () => void): Promise<void> {
    if (hold) await this.#released.promise;
    callback();
  }

  async #take(stream: SMTPServerDataStream, { mailFrom, rcptTo }: SMTPServerEnvelope, callback: () => void): Promise<void> {
    const { messageId, from } = await simpleParser(stream);
    this.received.push({
      from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), messageId,
      fromHeader: from?.value.map(({ name, address }) => `${name} <${address}>`).join(),
    });
    callback();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.release();
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }
}
