import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of V8's .cpuprofile that are looked at. Times are in microseconds. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 25;

const add = (sums: Map<string, number>, key: string, time: number): void => { sums.set(key, (sums.get(key) ?? 0) + time); };

const packageOf = (url: string, functionName: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /dist\/[^/]+/.exec(url)?.[0] ?? (url === '' ? functionName : url);

const print = (title: string, sums: ReadonlyMap<string, number>, total: number): void => {
  console.log(`\n${title}`);
  for (const [key, time] of [...sums].toSorted((a, b) => b[1] - a[1]).slice(0, SHOWN)) console.log(`${(100 * time / total).toFixed(1).padStart(6)} %  ${key}`);
};

const show = (file: string): void => {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const byPackage = new Map<string, number>();
  const byFunction = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    const time = timeDeltas[index] ?? 0;
    if (frame === undefined || frame.functionName === '(idle)') continue;
    total += time;
    add(byPackage, packageOf(frame.url, frame.functionName), time);
    add(byFunction, `${frame.functionName}  ${frame.url.replace(/^.*\/(?=dist\/|node_modules\/)/, '')}:${frame.lineNumber + 1}`, time);
  }
  console.log(`\n# ${file}: ${(total / 1e6).toFixed(1)} s busy`);
  print('by package', byPackage, total);
  print('by function, itself', byFunction, total);
};

/** Prints where each .cpuprofile of a folder says the time went, idle time left out. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder are the .cpuprofile files in?');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) show(join(folder, name));
