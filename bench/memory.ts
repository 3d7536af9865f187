import { setTimeout } from 'node:timers/promises';
import { apiAt } from '../test/support/api.ts';
import { attach, ATTACHMENT_MEBIBYTES } from './harness/attachments.ts';
import { fill } from './harness/backlog.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import type { MailDesk } from './harness/mail-desk.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { forgetPeak, peakMebibytes, residentMebibytes } from './harness/memory.ts';
import { emailInput, SEND_ONE_QUERY } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import type { Postroom } from './harness/postroom.ts';
import { startPostroom } from './harness/postroom.ts';
import type { Pair } from './harness/side-by-side.ts';
import type { Sink } from './harness/sink.ts';
import { startSink } from './harness/sink.ts';

const BACKLOG = 100_000;
/** Sent in a round: enough for memory that grows with each email to show, few enough that the backlog lasts. */
const SENT_A_ROUND = 5_000;
const ATTACHMENTS = 20;
const BOUND = { atMost: 150, aim: 60 };
/** By then a process has done what it does once after its start. */
const SETTLE_MS = 2_000;

/** What a process of this round has in memory that was started and set up, and has nothing to do. */
const idle = async (postroom: Postroom): Promise<number> => {
  await setTimeout(SETTLE_MS);
  const mebibytes = residentMebibytes(postroom.pid);
  forgetPeak(postroom.pid);
  return mebibytes;
};

const idleElsewhere = async (): Promise<number> => {
  using folder = benchFolder('memory-idle');
  await using postroom = await startPostroom(folder.path);
  return await idle(postroom);
};

/** A process that starts on a backlog, and the most that it has in memory while it sends a part of it. */
const workingOff = async (folder: string, accountId: string, sink: Sink, emails: number): Promise<number> => {
  await using postroom = await startPostroom(folder);
  const takenBefore = sink.taken();
  await setPaused(postroom.admin, accountId, false);
  await sink.has(takenBefore + emails);
  const peak = peakMebibytes(postroom.pid);
  await setPaused(postroom.admin, accountId, true);
  return peak;
};

/** Starts a folder with so many emails that wait for a paused account. */
const waiting = async (folder: string, sink: Sink, emails: number): Promise<MailDesk> => {
  await using postroom = await startPostroom(folder);
  const desk = await openMailDesk(postroom.admin, sink.port);
  await setPaused(postroom.admin, desk.accountId, true);
  await fill(postroom.url, desk, emails);
  return desk;
};

const backlogRounds = async (sink: Sink, rounds: number, share: number): Promise<Pair[]> => {
  using folder = benchFolder('memory-backlog');
  const aRound = Math.round(SENT_A_ROUND * share);
  const { accountId } = await waiting(folder.path, sink, Math.round(BACKLOG * share) + rounds * aRound);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await idleElsewhere();
    pairs.push({ theirs, ours: await workingOff(folder.path, accountId, sink, aRound) });
  }
  return pairs;
};

/** Files handed in and sent, all at the same time, from the first byte that comes in to the last that is taken. */
const attachmentRound = async (sink: Sink): Promise<Pair> => {
  using folder = benchFolder('memory-attachments');
  await using postroom = await startPostroom(folder.path);
  const { token } = await openMailDesk(postroom.admin, sink.port, { connections: ATTACHMENTS });
  const api = apiAt(postroom.url, token);
  const theirs = await idle(postroom);
  await Promise.all(Array.from({ length: ATTACHMENTS }, async (_, number) => {
    const input = { ...emailInput(number), attachments: [await attach(postroom.url, token, number)] };
    const { email } = await api.get<{ email: object | null }>(SEND_ONE_QUERY, { input });
    if (email === null) throw new Error('An email with an attachment was not accepted');
  }));
  using outbox = new Outbox(folder.path);
  await outbox.empty();
  if (outbox.count('email', "status = 'SENT'") !== ATTACHMENTS) throw new Error('Not all emails with attachments were sent');
  return { theirs, ours: peakMebibytes(postroom.pid) };
};

/** The most that the process has in memory (VmHWM) under two burdens, each round in a process of its own, less what an idle one has (VmRSS). */
export const memory: Bench = {
  name: 'memory',
  run: async ({ rounds, share }: Effort): Promise<readonly Figure[]> => {
    await using sink = await startSink();
    const attachments: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) attachments.push(await attachmentRound(sink));
    const common = { against: 'idle', unit: 'MiB', by: 'difference', bound: BOUND } as const;
    return [
      { what: `peak with a backlog of ${Math.round(BACKLOG * share).toLocaleString('en-US')}`, pairs: await backlogRounds(sink, rounds, share), ...common },
      { what: `peak with ${ATTACHMENTS} attachments of ${ATTACHMENT_MEBIBYTES} MiB at once, by SMTP`, pairs: attachments, ...common },
    ];
  },
};
