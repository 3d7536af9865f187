import { Worker } from 'node:worker_threads';
import type { DeliveryOrder, DeliveryReport, MarkHandOver } from '../../domain/delivery-order.js';
import { HandOver } from '../hand-over.js';
import { refusedUnsent } from '../report.js';
import type { Transport } from '../transport.js';
import type { FromThread, ThreadData, Ticket, ToThread } from './message.js';

/** An order in hand: whose thread has it, how far its mark came, and where its report goes. */
interface InHand {
  readonly thread: Worker;
  readonly handOver: HandOver;
  readonly startedAt: number;
  readonly settle: (report: DeliveryReport) => void;
}

/** Room for what lives as long as one email: with Node's few MiB a sixth of the thread's time goes into sweeping it. */
const YOUNG_MIB = 64;

/**
 * A transport in a thread of its own. The mark is asked here, so the thread needs no database. When a thread dies, its
 * orders are settled by what is known for certain: a mark that was granted makes UNKNOWN, any other order was never
 * handed over and is REFUSED with `ETHREAD`; the next order starts a new thread.
 */
export class ThreadedTransport implements Transport {
  readonly #data: ThreadData;
  readonly #inHand = new Map<Ticket, InHand>();
  readonly #ended = new WeakMap<Worker, Promise<void>>();
  #thread: Worker | null = null;
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
    tell(thread, { kind: 'SEND', ticket, order });
    return promise;
  }

  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  async #stop(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    tell(thread, { kind: 'STOP' });
    await this.#ended.get(thread);
  }

  #start(): Worker {
    const file = new URL('./thread.js', import.meta.url);
    const thread = new Worker(file, { workerData: this.#data, name: 'postroom-delivery', resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
    const ended = Promise.withResolvers<void>();
    let fault: unknown = null;
    thread.on('message', (message: FromThread) => void this.#hear(thread, message));
    thread.on('error', (error) => { fault = error; });
    thread.on('exit', (exitCode) => {
      if (this.#thread === thread) this.#thread = null;
      const words = fault instanceof Error ? fault.message : `it ended with exit code ${exitCode}`;
      void this.#settleAll(thread, `The delivery thread died: ${words}`).then(ended.resolve);
    });
    this.#ended.set(thread, ended.promise);
    this.#thread = thread;
    return thread;
  }

  async #hear(thread: Worker, message: FromThread): Promise<void> {
    const order = this.#inHand.get(message.ticket);
    if (order === undefined) return;
    if (message.kind === 'MARK') {
      const granted = await order.handOver.begin();
      tell(thread, { kind: 'MARKED', ticket: message.ticket, granted });
      return;
    }
    if (message.kind === 'FAILED') return this.#settle(message.ticket, order, message.words);
    this.#inHand.delete(message.ticket);
    order.settle(message.report);
  }

  async #settleAll(thread: Worker, words: string): Promise<void> {
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

const tell = (thread: Worker, message: ToThread): void => thread.postMessage(message);
