import { accept } from './accept.ts';
import { batch } from './batch.ts';
import { deliver } from './deliver.ts';
import { endToEnd } from './end-to-end.ts';
import type { Bench } from './harness/bench.ts';
import { readOrders } from './harness/effort.ts';
import { circumstances } from './harness/machine.ts';
import { outcomeOf } from './harness/outcome.ts';
import { keep } from './harness/results.ts';
import { HEADING, row } from './harness/table.ts';
import { history } from './history.ts';
import { memory } from './memory.ts';
import { probe } from './probe.ts';
import { query } from './query.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';

const BENCHES: readonly Bench[] = [accept, endToEnd, deliver, batch, history, memory, query, start, scale, probe];
const NAMES = BENCHES.map(({ name }) => name);

const { names, effort, quick } = readOrders(process.argv.slice(2));
const unknown = names.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) throw new Error(`No bench is called ${unknown.join(', ')}; there are ${NAMES.join(', ')}`);

const table = [...HEADING];
for (const bench of BENCHES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  process.stderr.write(`${bench.name}\n`);
  const under = await circumstances(effort.rounds, effort.seconds);
  const outcomes = (await bench.run(effort)).map(outcomeOf);
  table.push(...outcomes.map((outcome) => row(bench.name, outcome)));
  if (!quick) keep(NAMES, bench.name, { ...under, outcomes });
}
console.log(table.join('\n'));
console.log(quick ? '\nA quick look: RESULTS.md is as it was.' : '\nWritten to bench/RESULTS.md.');
