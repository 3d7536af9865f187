import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { AUTHORITATIVE_ANSWER, decode, encode, RECURSION_AVAILABLE, streamEncode, TRUNCATED_RESPONSE, type Answer, type Packet } from 'dns-packet';

/** The records of one name; a TXT longer than 255 octets is cut into strings. */
export interface Records {
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly CNAME?: string;
  readonly MX?: readonly (readonly [preference: number, exchange: string])[];
  readonly SRV?: readonly (readonly [priority: number, weight: number, port: number, target: string])[];
  readonly TXT?: readonly string[];
  readonly PTR?: readonly string[];
  /** How the server fails for this name: with an answer that says so, or by saying nothing. */
  readonly fails?: 'SERVFAIL' | 'REFUSED' | 'SILENCE';
}

/** All names of a test, in lower case; a name that ends a `*.` pattern is answered by it; any other does not exist. */
export type Zone = Readonly<Record<string, Records>>;

const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };
const UDP_BYTES_MAX = 1_232;
const CNAMES_MAX = 8;

const strings = (text: string): string[] => text.match(/[^]{1,255}/g) ?? [''];

const recordsOf = (name: string, type: string, { A, AAAA, MX, SRV, TXT, PTR }: Records): Answer[] => {
  const common = { name, ttl: 0, class: 'IN' } as const;
  switch (type) {
    case 'A': return (A ?? []).map((data) => ({ ...common, type, data }));
    case 'AAAA': return (AAAA ?? []).map((data) => ({ ...common, type, data }));
    case 'PTR': return (PTR ?? []).map((data) => ({ ...common, type, data }));
    case 'MX': return (MX ?? []).map(([preference, exchange]) => ({ ...common, type, data: { preference, exchange } }));
    case 'SRV': return (SRV ?? []).map(([priority, weight, port, target]) => ({ ...common, type, data: { priority, weight, port, target } }));
    case 'TXT': return (TXT ?? []).map((text) => ({ ...common, type, data: strings(text) }));
    default: return [];
  }
};

/** A DNS server of the test's own on loopback, over UDP and TCP on one port, which answers like a resolver: it follows CNAMEs. */
export class DnsServer implements AsyncDisposable {
  /** What was asked, as `TYPE name`, in order. */
  readonly asked: string[] = [];
  readonly #zone: Zone;
  readonly #udp: UdpSocket;
  readonly #tcp: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(zone: Zone, udp: UdpSocket, tcp: Server) {
    this.#zone = zone;
    this.#udp = udp;
    this.#tcp = tcp;
    udp.on('message', (bytes, { port, address }) => {
      const answer = this.#answer(bytes);
      if (answer !== null) udp.send(this.#forUdp(answer), port, address);
    });
    tcp.on('connection', (socket) => this.#serve(socket));
  }

  /** Listens on a free port. TCP takes one first, since fewer of its ports are in use than are free for UDP. */
  static async start(zone: Zone): Promise<DnsServer> {
    const tcp = createServer();
    await once(tcp.listen(0, '127.0.0.1'), 'listening');
    const udp = createSocket('udp4');
    const { port } = tcp.address() as AddressInfo;
    const bound = once(udp, 'listening');
    udp.bind(port, '127.0.0.1');
    await bound;
    return new DnsServer(zone, udp, tcp);
  }

  /** As `POSTROOM_DNS_SERVERS` names it. */
  get address(): string {
    return `127.0.0.1:${(this.#tcp.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    const closed = [once(this.#udp, 'close'), once(this.#tcp, 'close')];
    this.#udp.close();
    this.#tcp.close();
    await Promise.all(closed);
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      while (heard.length >= 2 && heard.length >= 2 + heard.readUInt16BE(0)) {
        const end = 2 + heard.readUInt16BE(0);
        const answer = this.#answer(heard.subarray(2, end));
        heard = heard.subarray(end);
        if (answer !== null) socket.write(streamEncode(answer));
      }
    });
  }

  #forUdp(answer: Packet): Buffer {
    const bytes = encode(answer);
    if (bytes.length <= UDP_BYTES_MAX) return bytes;
    return encode({ ...answer, answers: [], flags: (answer.flags ?? 0) | TRUNCATED_RESPONSE });
  }

  #recordsAt(name: string): Records | undefined {
    return this.#zone[name] ?? this.#zone[name.replace(/^[^.]+/, '*')];
  }

  #answer(bytes: Buffer): Packet | null {
    const { id, questions, flags } = decode(bytes);
    const [question] = questions ?? [];
    if (question === undefined) return null;
    const type = question.type ?? 'A';
    this.asked.push(`${type} ${question.name.toLowerCase()}`);
    const answers: Answer[] = [];
    let name = question.name.toLowerCase();
    let records = this.#recordsAt(name);
    for (let hops = 0; records?.CNAME !== undefined && type !== 'CNAME' && hops < CNAMES_MAX; hops += 1) {
      answers.push({ name: hops === 0 ? question.name : name, type: 'CNAME', ttl: 0, class: 'IN', data: records.CNAME });
      name = records.CNAME.toLowerCase();
      records = this.#recordsAt(name);
    }
    if (records?.fails === 'SILENCE') return null;
    const owner = answers.length === 0 ? question.name : name;
    if (type === 'CNAME' && records?.CNAME !== undefined) answers.push({ name: owner, type, ttl: 0, class: 'IN', data: records.CNAME });
    answers.push(...(records === undefined ? [] : recordsOf(owner, type, records)));
    const rcode = RCODES[records === undefined ? 'NXDOMAIN' : records.fails ?? 'NOERROR'];
    return {
      type: 'response', id: id ?? 0, questions: [question], answers: records?.fails === undefined ? answers : [],
      flags: ((flags ?? 0) & 0x0100) | AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | rcode,
    };
  }
}
