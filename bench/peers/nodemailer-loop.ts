import { createTransport } from 'nodemailer';
import { TEXT } from '../harness/message.ts';

/** What to send, as the parent asks for it; the answer is the seconds that it took. */
export interface Order { readonly port: number; readonly connections: number; readonly messages: number }

/** Messages given to the pool at once for each of its connections, so that none waits for the next. */
const AHEAD = 4;

/** A bare nodemailer pool in a loop: what delivering costs when nothing is recorded. */
const send = async ({ port, connections, messages }: Order): Promise<number> => {
  const pool = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: connections, maxMessages: Number.POSITIVE_INFINITY });
  let next = 0;
  const loop = async (): Promise<void> => {
    while (next < messages) {
      const number = next += 1;
      await pool.sendMail({
        from: { name: 'Example Ltd.', address: 'office@example.com' }, to: { name: `Customer ${number}`, address: `customer-${number}@customer.example` },
        subject: `Invoice ${number}`, text: TEXT, messageId: `<${number}.${process.pid}@example.com>`,
      });
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections * AHEAD }, loop));
  const seconds = (performance.now() - begun) / 1000;
  pool.close();
  return seconds;
};

process.on('message', (order: Order) => {
  void send(order).then((seconds) => process.send?.(seconds), (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
