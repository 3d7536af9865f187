import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket, type SecureContextOptions } from 'node:tls';

/** Hang up, or keep quiet, in place of an answer. */
export const HANG_UP = Symbol('hang up');
export const SILENCE = Symbol('silence');
export type Answer = string | typeof HANG_UP | typeof SILENCE;

/** Answers by verb, byte for byte; GREETING, RESPONSE (a line inside AUTH) and DOT stand beside them; a list is used up. */
export type Script = Readonly<Record<string, Answer | readonly Answer[]>>;

const USUAL: Script = {
  GREETING: '220 scripted ESMTP\r\n', EHLO: '250-scripted\r\n250 AUTH PLAIN LOGIN\r\n', HELO: '250 scripted\r\n',
  STARTTLS: '220 go\r\n', AUTH: '235 2.7.0 ok\r\n', RESPONSE: '235 2.7.0 ok\r\n', MAIL: '250 2.1.0 ok\r\n',
  RCPT: '250 2.1.5 ok\r\n', DATA: '354 go on\r\n', DOT: '250 2.0.0 taken\r\n', RSET: '250 ok\r\n', QUIT: '221 bye\r\n',
};

/** A mail server that says exactly what it is told to say, and remembers what it heard. */
export class ScriptedServer implements AsyncDisposable {
  readonly commands: string[] = [];
  readonly messages: string[] = [];
  readonly #script: Map<string, Answer[]>;
  readonly #server: Server;
  readonly #keys: SecureContextOptions | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #idle = Promise.withResolvers<void>();
  readonly #heard = new Map<string, PromiseWithResolvers<void>>();

  private constructor(script: Script, keys: SecureContextOptions | undefined, implicitTls: boolean) {
    const answers = Object.entries({ ...USUAL, ...script });
    this.#script = new Map(answers.map(([verb, answer]) => [verb, [answer].flat() as Answer[]]));
    this.#keys = keys;
    this.#server = implicitTls && keys ? createTlsServer(keys) : createServer();
    this.#server.on(implicitTls ? 'secureConnection' : 'connection', (socket: Socket) => this.#welcome(socket));
    this.#server.on('connection', (socket: Socket) => this.#watch(socket));
  }

  static async start(script: Script = {}, keys?: SecureContextOptions, implicitTls = false): Promise<ScriptedServer> {
    const server = new ScriptedServer(script, keys, implicitTls);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Settles when the client has closed its last connection. */
  get idle(): Promise<void> {
    return this.#idle.promise;
  }

  /** Settles when this verb was heard. */
  heard(verb: string): Promise<void> {
    const waiting = this.#heard.get(verb) ?? Promise.withResolvers<void>();
    this.#heard.set(verb, waiting);
    return waiting.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  #watch(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (this.#sockets.size === 0) this.#idle.resolve();
    });
  }

  #welcome(socket: Socket): void {
    this.#converse(socket);
    this.#answer(socket, 'GREETING');
  }

  #converse(socket: Socket): void {
    let received = '';
    let inside: 'AUTH' | 'DATA' | null = null;
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      for (;;) {
        const ending = inside === 'DATA' ? '\r\n.\r\n' : '\r\n';
        const end = received.indexOf(ending);
        if (end === -1) return;
        const line = received.slice(0, end);
        received = received.slice(end + ending.length);
        const first = (line.split(' ')[0] ?? '').toUpperCase();
        const verb = inside === 'DATA' ? 'DOT' : inside === 'AUTH' ? 'RESPONSE' : first;
        (verb === 'DOT' ? this.messages : this.commands).push(line);
        const answer = this.#answer(socket, verb);
        inside = answer.startsWith('354') ? 'DATA' : answer.startsWith('334') ? 'AUTH' : null;
        if (verb === 'STARTTLS' && answer.startsWith('220')) return this.#startTls(socket);
      }
    });
  }

  #startTls(socket: Socket): void {
    socket.removeAllListeners('data');
    this.#converse(new TLSSocket(socket, { isServer: true, ...this.#keys }));
  }

  #answer(socket: Socket, verb: string): string {
    const answers = this.#script.get(verb) ?? ['500 5.5.1 what?\r\n'];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? SILENCE;
    if (answer === HANG_UP) socket.end();
    else if (typeof answer === 'string') socket.write(answer, 'latin1');
    this.#heard.get(verb)?.resolve();
    return typeof answer === 'string' ? answer : '';
  }
}
