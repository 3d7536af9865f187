import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/**
 * Where a scripted server departs from saying yes. BODY: after the first bytes of the message. DOT: after the final dot. STARTTLS and
 * AUTH are asked for where the script offers them in its EHLO; it speaks no TLS, so that its own answer to the former is no.
 */
export type Point = 'GREETING' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'BODY' | 'DOT';

/** Something else than a whole reply, done to the socket. */
export interface Act { readonly act: (socket: Socket) => void }

/** What it does at a point: a reply (to RCPT, by address, if a function), HANG_UP: closing without a word, or an act. */
export type Script = { readonly [At in Point]?: string | ((line: string) => string) | Act };

/** A server whose every byte is known. `messages` are those that ended in a dot, whatever was answered. */
export interface ScriptedServer {
  readonly port: number;
  readonly messages: string[];
  readonly lines: string[];
  readonly connections: () => number;
  /** Bytes that clients took, those in the buffers of the systems between included. */
  readonly bytesSaid: () => number;
  /** Resolves when no client is connected any more. */
  idle(): Promise<void>;
  /** Resolves when so many messages have come in. */
  received(count: number): Promise<void>;
  /** Waits until every client has closed its connection: a client that leaks one makes the test fail by its time limit. */
  stop(): Promise<void>;
}

const YES: { readonly [At in Point]: string } = {
  GREETING: '220 scripted.example ESMTP', EHLO: '250 scripted.example', STARTTLS: '454 4.7.0 No TLS here', AUTH: '235 2.7.0 Welcome', MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok', DATA: '354 Go ahead', BODY: '', DOT: '250 2.0.0 Queued as 4711',
};

interface Seen {
  readonly messages: string[];
  readonly lines: string[];
  readonly events: EventEmitter;
}

class Session {
  #rest = '';
  #body: string | null = null;
  #recipients = 0;

  constructor(readonly socket: Socket, readonly script: Script, readonly server: Seen) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => socket.destroy());
    this.#answer('GREETING', '');
  }

  #answer(point: Point, line: string): void {
    const said = point === 'DATA' && this.#recipients === 0 ? '554 5.5.1 No valid recipients' : this.script[point] ?? YES[point];
    if (typeof said === 'object') {
      said.act(this.socket);
      return;
    }
    const reply = typeof said === 'function' ? said(line) : said;
    if (reply === 'HANG_UP') this.socket.destroy();
    else if (reply !== '') this.socket.write(`${reply}\r\n`);
    if (point === 'MAIL') this.#recipients = 0;
    if (point === 'RCPT' && reply.startsWith('2')) this.#recipients += 1;
    if (point === 'DATA' && reply.startsWith('354')) this.#body = '';
  }

  #take(text: string): void {
    this.#rest += text;
    while (!this.socket.destroyed && this.#step());
  }

  #step(): boolean {
    if (this.#body === null) return this.#takeLine();
    this.#body += this.#rest;
    this.#rest = '';
    if (this.script.BODY !== undefined && this.#body !== '') {
      this.#answer('BODY', '');
      return false;
    }
    const end = this.#body.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    this.server.messages.push(this.#body.slice(0, end + 2));
    this.server.events.emit('message');
    this.#rest = this.#body.slice(end + 5);
    this.#body = null;
    this.#answer('DOT', '');
    return this.#rest !== '';
  }

  #takeLine(): boolean {
    const end = this.#rest.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 2);
    this.server.lines.push(line);
    const verb = line.split(' ', 1)[0]?.toUpperCase() ?? '';
    if (verb === 'QUIT') this.socket.end('221 2.0.0 Bye\r\n');
    else if (verb === 'RSET') this.socket.write('250 2.0.0 Ok\r\n');
    else if (verb === 'HELO') this.#answer('EHLO', line);
    else if (['EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA'].includes(verb)) this.#answer(verb as Point, line);
    else this.socket.write('502 5.5.2 Not in the script\r\n');
    return true;
  }
}

/** Starts one on loopback, on any free port. `script` may be changed between connections. */
export const scriptedServer = async (script: Script = {}): Promise<ScriptedServer> => {
  const seen: Seen = { messages: [], lines: [], events: new EventEmitter() };
  let connections = 0;
  let open = 0;
  let said = 0;
  const server = createServer((socket) => {
    connections += 1;
    open += 1;
    socket.once('close', () => {
      open -= 1;
      said += socket.bytesWritten - socket.writableLength;
      seen.events.emit('closed');
    });
    new Session(socket, script, seen);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    messages: seen.messages,
    lines: seen.lines,
    port: address !== null && typeof address === 'object' ? address.port : 0,
    connections: () => connections,
    bytesSaid: () => said,
    idle: async () => {
      while (open > 0) await once(seen.events, 'closed');
    },
    received: async (count) => {
      while (seen.messages.length < count) await once(seen.events, 'message');
    },
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
};
