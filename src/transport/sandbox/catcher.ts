import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A message as it came in: the envelope, and the bytes after DATA with the dots unstuffed. */
export interface Captured {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
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

/** Over what an email of 25 MiB grows to in base64; announced as SIZE (RFC 1870). */
const MESSAGE_BYTES_MAX = 50 * 1024 * 1024;
/** How long `stop` leaves an open conversation before it ends it. */
const STOP_MS = 1_000;

const refusal = (responseCode: number, words: string, cause?: unknown): Error =>
  Object.assign(new Error(words, { cause }), { responseCode });

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
      const raw = await buffer(stream);
      if (stream.sizeExceeded) throw refusal(552, '5.3.4 The message is larger than the sandbox takes');
      await options.onMessage({
        envelopeFrom: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
        recipients: envelope.rcptTo.map(({ address }) => address),
        raw,
        receivedAt: Date.now(),
      }).catch((error: unknown) => { throw refusal(451, '4.3.0 The sandbox could not keep the message', error); });
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
