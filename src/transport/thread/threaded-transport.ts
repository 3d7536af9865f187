import { Worker } from 'node:worker_threads';
import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../../domain/delivery-order.js';
import { HandOver } from '../hand-over.js';
import { refusedUnsent } from '../report.js';
import type { Transport } from '../transport.js';
import type { FromThread, ThreadData, Ticket, ToThread } from './message.js';
import { Outgoing } from './outgoing.js';

/** A thread that runs, the way to it, and its end. */
interface Thread { readonly worker: Worker; readonly outgoing: Outgoing<ToThread>; readonly ended: Promise<void> }

/** An order in hand: whose thread has it, how far its mark came, and where its report goes. */
interface InHand {
  readonly thread: Thread;
  readonly handOver: HandOver;
  readonly startedAt: number;
  readonly settle: (report: DeliveryReport) => void;
}

/** Room for what lives as long as one email: with Node's few MiB a sixth of the thread's time goes into sweeping it; with more than this nothing is gained. */
const YOUNG_MIB = 16;

/**
 * A transport in a thread of its own. The mark is asked here, so the thread needs no database. When a thread dies, its
 * orders are settled by what is known for certain: a mark that was granted makes UNKNOWN, any other order was never
 * handed over and is REFUSED with `ETHREAD`; the next order starts a new thread.
 */
export class ThreadedTransport implements Transport {
  readonly #data: ThreadData;
  readonly #inHand = new Map<Ticket, InHand>();
  readonly #releasing = new Map<Ticket, () => void>();
  #thread: Thread | null = null;
  #lastTicket: Ticket = 0;
  #closing: Promise<void> | null = null;

  constructor(data: ThreadData) {
    this.#data = data;
  }

  async send(order: DeliveryOrder, markHandOver: MarkHandOver): Promise<DeliveryReport> {
    if (this.#closing !== null) return refusedUnsent('TCP', 'ECLOSED', 'The transport is closed');
    const thread = this.#thread ?? this.#start();
    const ticket = ++this.#lastTicket;
    const { promise, resolve: settle } = Promise.withResolvers<DeliveryReport>();
    this.#inHand.set(ticket, { thread, handOver: new HandOver(markHandOver), startedAt: performance.now(), settle });
    thread.outgoing.say({ kind: 'SEND', ticket, order });
    return promise;
  }

  async release(accountId: string): Promise<void> {
    const thread = this.#thread;
    if (thread === null || this.#closing !== null) return;
    const ticket = ++this.#lastTicket;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#releasing.set(ticket, resolve);
    thread.outgoing.say({ kind: 'RELEASE', ticket, accountId });
    // A thread that ends takes its connections with it.
    await Promise.race([promise, thread.ended]);
    this.#releasing.delete(ticket);
  }

  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  async #stop(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    thread.outgoing.say({ kind: 'STOP' });
    await thread.ended;
  }

  #start(): Thread {
    const file = new URL('./thread.js', import.meta.url);
    const worker = new Worker(file, { workerData: this.#data, name: 'postroom-delivery', resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
    const ended = Promise.withResolvers<void>();
    const thread: Thread = { worker, ended: ended.promise, outgoing: new Outgoing((messages) => { worker.postMessage(messages); }) };
    let fault: unknown = null;
    worker.on('message', (messages: readonly FromThread[]) => { for (const message of messages) void this.#hear(thread, message); });
    worker.on('error', (error) => { fault = error; });
    worker.on('exit', (exitCode) => {
      if (this.#thread === thread) this.#thread = null;
      const words = fault instanceof Error ? fault.message : `it ended with exit code ${exitCode}`;
      void this.#settleAll(thread, `The delivery thread died: ${words}`).then(ended.resolve);
    });
    this.#thread = thread;
    return thread;
  }

  async #hear(thread: Thread, message: FromThread): Promise<void> {
    if (message.kind === 'RELEASED') {
      this.#releasing.get(message.ticket)?.();
      return;
    }
    const order = this.#inHand.get(message.ticket);
    if (order === undefined) return;
    if (message.kind === 'MARK') {
      const granted = await order.handOver.begin();
      thread.outgoing.say({ kind: 'MARKED', ticket: message.ticket, granted });
      return;
    }
    if (message.kind === 'FAILED') return this.#settle(message.ticket, order, message.words);
    this.#inHand.delete(message.ticket);
    order.settle(message.report);
  }

  async #settleAll(thread: Thread, words: string): Promise<void> {
    const orphans = [...this.#inHand].filter(([, order]) => order.thread === thread);
    await Promise.all(orphans.map(([ticket, order]) => this.#settle(ticket, order, words)));
  }

  /** Settles an order of which no report will come. */
  async #settle(ticket: Ticket, { handOver, startedAt, settle }: InHand, words: string): Promise<void> {
    const outcome = await handOver.end() === 'BEGUN' ? 'UNKNOWN' : 'REFUSED';
    this.#inHand.delete(ticket);
    const report = refusedUnsent(outcome === 'UNKNOWN' ? 'AFTER_DATA' : 'TCP', 'ETHREAD', words);
    settle({ ...report, outcome, latencyMs: Math.round(performance.now() - startedAt) });
  }
}
