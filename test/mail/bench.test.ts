import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

const describeWithSink = existsSync('/usr/sbin/smtp-sink') ? describe : describe.skip;

describeWithSink('npm run bench', () => {
  test('a bench runs from its start to its row: both sides send every email, and a quick look is only printed', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath, [join(import.meta.dirname, '../../bench/run.ts'), 'deliver', '--rounds', '1', '--share', '0.002']);
    expect(stdout).toMatch(/\| `deliver` \| a backlog of 40 to the sink .* emails\/s \|/);
    expect(stdout).toContain('RESULTS.md is as it was');
  });
});
