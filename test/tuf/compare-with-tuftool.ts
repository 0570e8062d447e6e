/**
 * Runs every case through tuftool, through tuf-js by itself and through the modules of the action, and writes the verdicts
 * to cases.json.
 *
 *     cargo install tuftool --locked --version 0.17.0
 *     node test/tuf/compare-with-tuftool.ts [path of tuftool]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groups } from './all-cases.ts';
import { buildCase, type TufCase } from './case.ts';
import { serveCase } from './case-server.ts';
import { type Attempt, runOurs, runPlainTufJs, runTuftool, type Verdict } from './clients.ts';
import { casesFile, type RecordedCase } from './recorded-cases.ts';

const [program = 'tuftool'] = process.argv.slice(2);
const recorded: RecordedCase[] = [];
const counts = { run: 0, known: 0, stricter: 0, 'more patient': 0 };
for (const [group, cases] of Object.entries(groups)) {
  for (const [name, tufCase] of Object.entries(cases)) {
    const tuftool = tufCase.known ?? (await attempt(tufCase, (made) => runTuftool(program, made)));
    counts[tufCase.known ? 'known' : 'run'] += 1;
    // tuf-js takes ten seconds and more where tuftool takes half a minute.
    const tufJs = tufCase.isSlow ? undefined : await attempt(tufCase, runPlainTufJs);
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
writeFileSync(casesFile, `${JSON.stringify(recorded, null, 2)}\n`);
console.log(`${recorded.length} cases`, counts);

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
