import type { Socket } from 'node:net';
import { asFault, ProbeFault } from './fault.js';
import { ReplyReader, type Reply } from './reply.js';

const QUIT_MS = 2_000;

/**
 * The client's side of one SMTP conversation, one command at a time (RFC 5321 section 4). It knows commands, replies
 * and the change to TLS, and nothing of what they mean. What the server said before it hung up is still read.
 */
export class SmtpSession {
  #socket: Socket;
  readonly #reader = new ReplyReader();
  #waiting: PromiseWithResolvers<Reply> | null = null;
  #fault: ProbeFault | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen();
  }

  /** The next reply; rejects with the ProbeFault that makes one impossible. */
  reply(): Promise<Reply> {
    const ready = this.#reader.take();
    if (ready) return Promise.resolve(ready);
    if (this.#fault) return Promise.reject(this.#fault);
    this.#waiting = Promise.withResolvers<Reply>();
    return this.#waiting.promise;
  }

  /** Sends one command line and reads its reply. A line break inside would be a second command, so it is refused. */
  command(line: string): Promise<Reply> {
    if (/[\r\n\0]/.test(line)) return Promise.reject(new ProbeFault('EENVELOPE', 'A command holds a line break'));
    this.#socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** Sends the message as it stands on the wire, final dot included, and reads what the server answers to it. */
  message(bytes: Buffer): Promise<Reply> {
    this.#socket.write(bytes);
    return this.reply();
  }

  /**
   * Goes on over TLS. What came in before the handshake is thrown away: in the clear anybody could have slipped it in
   * (RFC 3207 section 6, the STARTTLS injection).
   */
  async secure<T extends Socket>(handshake: (socket: Socket) => Promise<T>): Promise<T> {
    const plain = this.#socket;
    plain.off('data', this.#onData).off('error', this.#onError).off('end', this.#onClosed).off('close', this.#onClosed);
    plain.on('error', () => {});
    this.#reader.discard();
    const secured = await handshake(plain);
    this.#socket = secured;
    this.#listen();
    return secured;
  }

  /** Takes leave (RFC 5321 section 4.1.1.10) and closes, within two seconds, whatever the server makes of it. */
  async quit(commands: readonly string[] = ['QUIT']): Promise<void> {
    const timer = setTimeout(() => this.#socket.destroy(), QUIT_MS);
    for (const line of commands) await this.command(line).catch(() => null);
    clearTimeout(timer);
    this.#socket.destroy();
  }

  #listen(): void {
    const socket = this.#socket.on('data', this.#onData).on('error', this.#onError);
    socket.on('end', this.#onClosed).on('close', this.#onClosed);
  }

  readonly #onData = (chunk: Buffer): void => {
    try {
      this.#reader.push(chunk);
    } catch (error) {
      this.#end(asFault(error));
      this.#socket.destroy();
      return;
    }
    const reply = this.#waiting && this.#reader.take();
    if (!reply) return;
    this.#waiting?.resolve(reply);
    this.#waiting = null;
  };

  readonly #onError = (error: Error): void => this.#end(asFault(error));
  readonly #onClosed = (): void => this.#end(new ProbeFault('ECONNECTION', 'Connection closed unexpectedly'));

  #end(fault: ProbeFault): void {
    this.#fault ??= fault;
    this.#waiting?.reject(this.#fault);
    this.#waiting = null;
  }
}
