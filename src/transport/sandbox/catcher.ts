import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A message as it comes in: the envelope, and the bytes after DATA with the dots unstuffed, one after another. */
export interface Captured {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  /** Ends with an error where the message is larger than the sandbox takes, or its sender went away. */
  readonly content: AsyncIterable<Buffer>;
  readonly receivedAt: number;
}

/** `port: 0` (the default) takes any free port. */
export interface CatcherOptions {
  readonly port?: number;
  readonly onMessage: (captured: Captured) => Promise<void>;
}

/** A running catcher. `stop` waits for open conversations and may be called twice. */
export interface Catcher {
  readonly port: number;
  stop(): Promise<void>;
}

/** Over what an email with 100 MiB of files grows to in base64; announced as SIZE (RFC 1870). */
const MESSAGE_BYTES_MAX = 160 * 1024 * 1024;
/** How long `stop` leaves an open conversation before it ends it. */
const STOP_MS = 1_000;

/** An error that the server answers with its code and words. */
class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, words: string, cause?: unknown) {
    super(words, { cause });
    this.responseCode = responseCode;
  }
}

/** The bytes of a message as they come. The stream is left open where reading ends early: the server waits for its end. */
async function* contentOf(stream: SMTPServerDataStream): AsyncGenerator<Buffer> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    if (stream.sizeExceeded) break;
    yield chunk;
  }
  if (stream.sizeExceeded) throw new Refusal(552, '5.3.4 The message is larger than the sandbox takes');
}

/** Lets what is left of a message run out, so that its sender hears the answer. */
const runOut = async (stream: SMTPServerDataStream): Promise<void> => {
  stream.resume();
  await finished(stream, { writable: false }).catch(() => {});
};

/**
 * A mail server on loopback that takes everything and sends nothing on. It answers 250 only when `onMessage` has
 * resolved, so what it acknowledged is kept; when that fails, 451, and the sender tries again.
 */
export const startCatcher = async (options: CatcherOptions): Promise<Catcher> => {
  const server = new SMTPServer({
    banner: 'Postroom sandbox, delivers nothing',
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MESSAGE_BYTES_MAX,
    closeTimeout: STOP_MS,
    onData: callbackify(async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession) => {
      try {
        await options.onMessage({
          envelopeFrom: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          recipients: envelope.rcptTo.map(({ address }) => address),
          content: contentOf(stream),
          receivedAt: Date.now(),
        });
      } catch (error) {
        throw error instanceof Refusal ? error : new Refusal(451, '4.3.0 The sandbox could not keep the message', error);
      } finally {
        await runOut(stream);
      }
      return '2.0.0 Captured';
    }),
  });
  // A client that goes away in the middle has sent nothing; the server only reports it.
  server.on('error', () => undefined);
  const listener = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  let stopped: Promise<void> | null = null;
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    stop: () => (stopped ??= new Promise((resolve) => { server.close(() => resolve()); })),
  };
};
