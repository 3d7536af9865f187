import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../config/config.js';

/** An error that Fastify answers with its status; `receivedEncodedLength` is what Fastify asks a preParsing stream to keep. */
class HttpFault extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

let bytesInFlight = 0;

/** A body that counts what comes in, until {@link CountedBody.giveBack}. */
class CountedBody extends Transform {
  receivedEncodedLength = 0;
  readonly #limit: number;
  readonly #most: number;
  #inFlight = 0;
  #givenBack = false;

  constructor(limit: number, most: number) {
    super();
    this.#limit = limit;
    this.#most = most;
  }

  /** Nothing counts any longer, nor what still trickles in. */
  giveBack(): void {
    this.#givenBack = true;
    bytesInFlight -= this.#inFlight;
    this.#inFlight = 0;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null, data?: Buffer) => void): void {
    this.receivedEncodedLength += chunk.length;
    if (!this.#givenBack) {
      this.#inFlight += chunk.length;
      bytesInFlight += chunk.length;
    }
    if (this.receivedEncodedLength > this.#limit) done(new HttpFault(413, `A body has at most ${this.#limit} bytes here`));
    else if (bytesInFlight > this.#most) done(new HttpFault(503, 'Too much is being received at the moment'));
    else done(null, chunk);
  }
}

/** A body of this size is counted when it is announced, and not led through a stream of ours: most are as small. */
const SMALL_BYTES = 64 * 1024;

/** Counts a small body as if it were there already; answers whether there was room for it. */
const countSmall = (bytes: number, most: number, reply: FastifyReply): boolean => {
  if (bytesInFlight + bytes > most) return false;
  bytesInFlight += bytes;
  if (reply.raw.destroyed) bytesInFlight -= bytes;
  else reply.raw.once('close', () => { bytesInFlight -= bytes; });
  return true;
};

type BodyLimits = Pick<Limits, 'signedInBodyBytes' | 'signedOutBodyBytes' | 'bodyBytesInFlight'>;

/**
 * A Fastify preParsing hook: a body without valid credentials may be small only, and all bodies together are capped, each
 * until its request is answered. The connection of a signed-out caller whose body is refused is closed: Node would else read
 * the rest of it, however much and however slowly it comes. A signed-in one is let finish, unread, for only then does every
 * client see the answer.
 */
export const limitBody = (limits: BodyLimits, isSignedIn: (request: FastifyRequest) => boolean) =>
  async (request: FastifyRequest, reply: FastifyReply, payload: NodeJS.ReadableStream): Promise<NodeJS.ReadableStream> => {
    const signedIn = isSignedIn(request);
    const limit = signedIn ? limits.signedInBodyBytes : limits.signedOutBodyBytes;
    const closeAfterwards = (): void => { if (!signedIn) void reply.header('connection', 'close'); };
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      closeAfterwards();
      throw new HttpFault(413, `A body has at most ${limit} bytes here`);
    }
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    // Node takes no more than was announced.
    if (announced <= SMALL_BYTES && countSmall(announced, limits.bodyBytesInFlight, reply)) return payload;
    const counted = new CountedBody(limit, limits.bodyBytesInFlight);
    // What was parsed lives on until the answer. 'close' follows every end of one, also where the caller hung up before it.
    if (reply.raw.destroyed) counted.giveBack();
    else reply.raw.once('close', () => counted.giveBack());
    // Also where nobody reads the body, as with a type that is not known: an error that nobody hears ends the process.
    counted.on('error', closeAfterwards);
    payload.on('error', (error: Error) => counted.destroy(error));
    // Only when it is read: a body that came along with its head would be refused before anybody hears of it.
    counted.once('resume', () => { payload.pipe(counted); });
    return counted;
  };
