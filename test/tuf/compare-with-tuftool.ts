/**
 * Runs every case through tuftool, through tuf-js by itself and through the modules of the action, and writes the verdicts
 * to cases.json.
 *
 *     cargo install tuftool --locked --version 0.17.0
 *     node test/tuf/compare-with-tuftool.ts [path of tuftool [group]]
 *
 * With a group, the lines of the others stay as they are.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groups } from './all-cases.ts';
import { buildCase, imageName, type TufCase } from './case.ts';
import { serveCase } from './case-server.ts';
import { commandCases } from './cases/command-line.ts';
import { type Attempt, runOurs, runPlainTufJs, runTuftool, type Verdict } from './clients.ts';
import { commandGroup } from './command-case.ts';
import { casesFile, type RecordedCase } from './recorded-cases.ts';

const [program = 'tuftool', only] = process.argv.slice(2);
const before = JSON.parse(readFileSync(casesFile, 'utf8')) as readonly RecordedCase[];
const recorded: RecordedCase[] = [];
const counts = { run: 0, known: 0, stricter: 0, 'more patient': 0 };
for (const [group, cases] of Object.entries(groups)) {
  if (keepsLines(group)) continue;
  for (const [name, tufCase] of Object.entries(cases)) {
    const tuftool = tufCase.known ?? (await attempt(tufCase, (made) => runTuftool(program, made)));
    counts[tufCase.known ? 'known' : 'run'] += 1;
    const tufJs = isForTufJs(tufCase) ? await attempt(tufCase, runPlainTufJs) : undefined;
    const { verdict, words } = await attempt(tufCase, runOurs);
    if (tuftool.verdict !== verdict) {
      counts[verdict === 'refused' ? 'stricter' : 'more patient'] += 1;
      if (tufCase.why === undefined)
        console.log(
          `no reason: ${name}: tuftool ${tuftool.verdict} (${tuftool.words}), ours ${verdict} (${words})`,
        );
    } else if (tufCase.why !== undefined)
      console.log(`a reason too many: ${name}: ${verdict} (${words}) (${tuftool.words})`);
    recorded.push({
      group,
      name,
      tuftool: { ...tuftool, ...(tufCase.known && { from: 'a run by hand' }) },
      ...(tufJs && { tufJs: tufJs.verdict }),
      ours: { verdict, words },
      ...(tufCase.why !== undefined && { why: tufCase.why }),
    });
  }
}
if (!keepsLines(commandGroup)) await runCommands();
writeFileSync(casesFile, `${JSON.stringify(recorded, null, 2)}\n`);
console.log(`${recorded.length} cases`, counts);

/** It takes ten seconds and more where tuftool takes half a minute, and has neither folders without slash nor proxies. */
function isForTufJs({ isSlow, metadataUrl, targetsUrl, environment }: TufCase): boolean {
  return !(isSlow || metadataUrl || targetsUrl || environment);
}

/** What is in OUTDIR afterwards; names that are random by their pattern. */
function leftBy({ folder }: Attempt): string {
  const out = join(folder, 'out');
  if (!existsSync(out)) return 'no OUTDIR';
  const names = readdirSync(out).map((name) =>
    name === imageName ? 'the image' : name.replace(/^\.tmp\w{6}$/, '.tmpXXXXXX'),
  );
  return names.length === 0 ? 'OUTDIR stays, empty' : `in OUTDIR: ${names.join(', ')}`;
}

function keepsLines(group: string): boolean {
  if (only === undefined || only === group) return false;
  recorded.push(...before.filter((line) => line.group === group));
  return true;
}

async function runCommands(): Promise<void> {
  for (const [name, { repository = {}, prepare, ours, proof, why, ...command }] of Object.entries(
    commandCases,
  )) {
    const tuftool = await attempt(repository, async (made) => {
      prepare?.(made);
      const { verdict, words } = await runTuftool(program, made, command);
      return { verdict, words: [words, leftBy(made)].filter((part) => part !== '').join('; ') };
    });
    counts.run += 1;
    if ((tuftool.verdict !== ours.verdict) !== (why !== undefined))
      console.log(`reason: ${name}: tuftool ${tuftool.verdict} (${tuftool.words}), ours ${ours.verdict}`);
    recorded.push({ group: commandGroup, name, tuftool, ours, proof, ...(why !== undefined && { why }) });
  }
}

async function attempt(tufCase: TufCase, run: (attempt: Attempt) => Promise<Verdict>): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'tuf-case-'));
  const built = buildCase(tufCase);
  await using server = await serveCase(tufCase, built);
  try {
    return await run({ tufCase, built, server, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
