import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RelayingGuide } from '../domain/relaying.js';
import { RELAYING_PLATFORMS, relayingGuide } from '../domain/relaying.js';

/**
 * Writes `docs/relaying/` from the texts that the diagnoses use; with `--check` fails when a committed page is not what they
 * say.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'relaying');
const UNKNOWN = { host: null, port: null, user: null, from: null, ehloName: null, publicAddress: null };

const fileOf = ({ platform }: RelayingGuide): string => `${platform.toLowerCase()}.md`;

const pageOf = (guide: RelayingGuide): string => [
  `# Relaying: ${guide.title}`, guide.introduction,
  ...guide.sections.flatMap(({ title, steps }) => [
    `## ${title}`,
    steps.map(({ text, command }, at) => `${at + 1}. ${text}${command === null ? '' : `\n\n   \`\`\`\n   ${command}\n   \`\`\``}`).join('\n'),
  ]),
  `## Diagnoses that lead here`, guide.diagnosisIds.map((id) => `- \`${id}\``).join('\n'),
  `The vendor's own page: <${guide.link}>`,
].join('\n\n');

const guides = RELAYING_PLATFORMS.map((platform) => relayingGuide(platform, UNKNOWN));
const overview = [
  '# Relaying',
  'A mail server that takes an email for its own domains may refuse one for everybody else\'s: it does not *relay* for whoever asks. A '
    + 'test of the account shows it at the stage RELAY or RCPT_TO, and its diagnosis names the page. The same texts, with your own server, '
    + 'log-on and address filled in, are answered by the query `relayingGuide(platform, accountId)`.',
  'There are two ways: log on, or have the server allow the address that it sees Postroom at. Set `POSTROOM_PUBLIC_ADDRESS` where that is '
    + 'not the machine\'s own; a test reads it from the server\'s answer to EHLO where that says so.',
  guides.map((guide) => `- [${guide.title}](${fileOf(guide)})`).join('\n'),
].join('\n\n');

const pages: readonly (readonly [file: string, text: string])[] = [['README.md', overview], ...guides.map((guide) => [fileOf(guide), pageOf(guide)] as const)];
const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const [file, text] of pages) {
  const path = join(folder, file);
  if (!check) writeFileSync(path, `${text}\n`);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== `${text}\n`) {
    console.error(`docs/relaying/${file} is not what the texts say: run \`npm run guide\` and look at the difference`);
    process.exitCode = 1;
  }
}
