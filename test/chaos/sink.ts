import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { scheduler } from 'node:timers/promises';
import type { Chance } from '../support/chance.js';

/** A message that came in whole: its final dot was seen. `answered`: the server said yes; else nobody can know. */
interface Arrival { readonly messageId: string; readonly subject: string; answered: boolean }

/** Of each command so many, of 1, are answered a little late, so that there is something to interrupt. */
const LATE = 0.2;
const LATE_MS_AT_MOST = 15;
/** Of each message so many, of 1, are taken in and never answered: the client cannot know. */
const CUT = 0.01;

const headerOf = (message: string, name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(message)?.[1]?.trim() ?? '';

/** One client. Commands are answered in their order, whether they came one by one or in a group (RFC 2920). */
class Conversation {
  readonly #sink: Sink;
  readonly #socket: Socket;
  readonly #chance: Chance;
  #rest = '';
  #inData = false;
  #working = false;

  constructor(sink: Sink, socket: Socket, chance: Chance) {
    this.#sink = sink;
    this.#socket = socket;
    this.#chance = chance;
    socket.setEncoding('latin1').setNoDelay();
    socket.on('error', () => socket.destroy());
    socket.on('data', (text: string) => {
      this.#rest += text;
      void this.#work();
    });
    socket.write('220 sink.example ESMTP\r\n');
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let part = this.#next(); part !== null; part = this.#next()) await (this.#inData ? this.#take(part) : this.#obey(part));
    this.#working = false;
  }

  /** The next command, or the whole message; null while it is not complete. */
  #next(): string | null {
    const end = this.#inData ? '\r\n.\r\n' : '\r\n';
    const at = this.#socket.destroyed ? -1 : this.#rest.indexOf(end);
    if (at < 0) return null;
    const part = this.#rest.slice(0, at);
    this.#rest = this.#rest.slice(at + end.length);
    return part;
  }

  async #obey(line: string): Promise<void> {
    this.#sink.step();
    if (this.#chance.happens(LATE)) await scheduler.wait(this.#chance.below(LATE_MS_AT_MOST));
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') this.#inData = true;
    if (verb === 'EHLO') this.#socket.write(this.#chance.happens(0.5) ? '250-sink.example\r\n250 PIPELINING\r\n' : '250 sink.example\r\n');
    else this.#socket.write(verb === 'DATA' ? '354 Go ahead\r\n' : '250 2.0.0 Ok\r\n');
    if (verb === 'QUIT') this.#socket.end();
  }

  async #take(message: string): Promise<void> {
    this.#inData = false;
    const arrival: Arrival = { messageId: headerOf(message, 'Message-ID').replace(/[<>]/g, ''), subject: headerOf(message, 'Subject'), answered: false };
    this.#sink.arrivals.push(arrival);
    this.#sink.step();
    if (this.#chance.happens(LATE)) await scheduler.wait(this.#chance.below(LATE_MS_AT_MOST));
    if (this.#chance.happens(CUT) || this.#socket.destroyed) {
      this.#socket.destroy();
      return;
    }
    this.#socket.write('250 2.0.0 Queued\r\n');
    arrival.answered = true;
  }
}

/**
 * A mail server that outlives whoever sends to it, and keeps the Message-ID of every message whose final dot it saw,
 * whether it answered or not. It says yes to everything, now and then late, and now and then cuts the line after the dot.
 */
export class Sink implements AsyncDisposable {
  readonly arrivals: Arrival[] = [];
  readonly #server;
  readonly #sockets = new Set<Socket>();
  #waiting: { steps: number; reached: () => void } | null = null;

  private constructor(chance: Chance) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      new Conversation(this, socket, chance);
    });
  }

  static async start(chance: Chance): Promise<Sink> {
    const sink = new Sink(chance);
    await once(sink.#server.listen(0, '127.0.0.1'), 'listening');
    return sink;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** A command or a message came in, and is not answered yet. */
  step(): void {
    if (this.#waiting === null) return;
    this.#waiting.steps -= 1;
    if (this.#waiting.steps <= 0) this.#waiting.reached();
  }

  /** Calls back in the middle of a conversation: after so many steps, before the answer to the last. One may wait at a time. */
  after(steps: number, reached: () => void): void {
    this.#waiting = { steps, reached: () => { this.#waiting = null; reached(); } };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }
}
