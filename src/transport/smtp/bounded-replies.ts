import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** The part of nodemailer's connection that takes what a server says. */
interface Receiver {
  readonly _responseQueue: readonly string[];
  _onData: (this: Receiver, chunk: Buffer) => void;
  _onResponseTooLarge(): void;
}

/** Replies that wait to be read: more than the largest envelope, sent in one group (RFC 2920), brings about. */
const REPLIES_WAITING_MAX = 10_000;

/**
 * nodemailer 10.6.0 bounds one reply, but not how many wait, and blank lines wait without being any: a server that sends
 * nothing else fills the memory, and goes through all of them one by one even when the connection is long closed. A
 * connection on which too many wait is ended as nodemailer ends one whose reply is too long. Importing this file is enough.
 */
const receiver = SMTPConnection.prototype as unknown as Receiver;
const onData = receiver._onData;
receiver._onData = function bounded(this: Receiver, chunk: Buffer): void {
  onData.call(this, chunk);
  if (this._responseQueue.length > REPLIES_WAITING_MAX) this._onResponseTooLarge();
};
