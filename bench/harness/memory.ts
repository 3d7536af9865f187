import { readFileSync, writeFileSync } from 'node:fs';

const mebibytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`The process ${pid} does not tell its ${field}`);
  return Number(kibibytes) / 1024;
};

/** What a process has in memory now, in MiB, mapped files with it (proc(5), VmRSS). */
export const residentMebibytes = (pid: number): number => mebibytes(pid, 'VmRSS');

/** The most that it ever had since it started, or since {@link forgetPeak}: the kernel's own record, which misses nothing (VmHWM). */
export const peakMebibytes = (pid: number): number => mebibytes(pid, 'VmHWM');

/** Lets the record begin anew (proc(5), clear_refs). */
export const forgetPeak = (pid: number): void => { writeFileSync(`/proc/${pid}/clear_refs`, '5'); };
