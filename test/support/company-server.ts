import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import type { SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

/** What the server does with a step: nothing to say is yes, a reply such as `550 5.1.1 No such user` is no. */
type Answer = string | null;

/** Instead of a reply: the connection is closed without a word. */
export const HANG_UP = 'HANG_UP';

/** How a company's mail server behaves; may be changed while it runs. */
export interface Behaviour {
  password: string;
  /** Asked of each recipient, and whom the mail is from; may wait. */
  recipient: (address: string, from: string) => Answer | Promise<Answer>;
  /** Asked after the final dot, when the message was taken in; may answer {@link HANG_UP}, and may wait. */
  message: () => Answer | Promise<Answer>;
}

/** A message that came in whole, whatever was answered then. */
export interface Arrived { readonly mail: ParsedMail; readonly messageId: string; readonly recipients: readonly string[] }

const reply = (answer: string): Error => Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

/** A real mail server that wants a log-on as `billing`, and does as it is told. */
export class CompanyServer {
  readonly arrived: Arrived[] = [];
  /** Log-ons that were tried, with whatever password. */
  logOns = 0;
  readonly behaviour: Behaviour = { password: 'hunter2', recipient: () => null, message: () => null };
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      // Its own name and no look-up of ours: neither is to depend on the machine.
      name: 'mail.example.com', disableReverseLookup: true,
      disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false, closeTimeout: 100,
      onAuth: ({ username, password }, _session, callback) => {
        this.logOns += 1;
        if (username === 'billing' && password === this.behaviour.password) callback(null, { user: username });
        else callback(reply('535 5.7.8 Authentication credentials invalid'));
      },
      onRcptTo: ({ address }, { envelope: { mailFrom } }, callback) => {
        const ask = async (): Promise<void> => {
          const answer = await this.behaviour.recipient(address, mailFrom === false ? '' : mailFrom.address);
          callback(answer === null ? null : reply(answer));
        };
        void ask();
      },
      onData: (stream, session, callback) => {
        const take = async (): Promise<void> => {
          const raw = await buffer(stream).catch(() => null);
          // Who hangs up within the message has not handed it over, and hears no answer.
          if (raw === null) return;
          const mail = await simpleParser(raw);
          this.arrived.push({ mail, messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''), recipients: session.envelope.rcptTo.map(({ address }) => address) });
          const answer = await this.behaviour.message();
          if (answer === HANG_UP) this.#hangUp(session);
          else if (answer === null) callback(null, '2.0.0 Queued');
          else callback(reply(answer));
        };
        void take();
      },
    });
    this.#server.on('error', () => {});
  }

  static async start(): Promise<CompanyServer> {
    const server = new CompanyServer();
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  /** Settings of an account that sends through it. */
  get settings() {
    const { port } = this.#server.server.address() as AddressInfo;
    return { server: '127.0.0.1', port, security: 'NONE', accountName: 'billing', password: 'hunter2', emailFrom: 'billing@example.com' };
  }

  /** Back to saying yes. */
  behave(): void {
    Object.assign(this.behaviour, { password: 'hunter2', recipient: () => null, message: () => null });
  }

  /** How often a message came in. */
  timesArrived(messageId: string): number {
    return this.arrived.filter((one) => one.messageId === messageId).length;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }

  #hangUp({ id }: SMTPServerSession): void {
    const { connections } = this.#server as unknown as { connections: ReadonlySet<{ id: string; _socket: { destroy(): void } }> };
    for (const connection of connections) if (connection.id === id) connection._socket.destroy();
  }
}
