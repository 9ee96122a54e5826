// npm run dist [-- TARGET...]: packages the app into release/; the unpacked folder by default.
//   --test      into release/test, for the tests of the packaged app
//   --no-build  package what out/ holds
import './setup/require-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build/build.mjs';
import { builderArgs, outputDirFor } from './build/builder-args.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { binOf, runShown, SetupProblem, say } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const args = process.argv.slice(2);
  const targets = args.filter((arg) => !arg.startsWith('--'));
  const forTest = args.includes('--test');
  const { electron } = ensureReady({ electron: true });
  if (electron === undefined) throw new Error('no runtime'); // never: it was asked for
  if (!args.includes('--no-build')) build();
  pack(electron, targets, forTest);
  return 0;
});

/**
 * @param {import('./setup/electron-runtime.mjs').ElectronRuntime} electron
 * @param {readonly string[]} targets
 * @param {boolean} forTest
 */
function pack(electron, targets, forTest) {
  const outputDir = outputDirFor(forTest);
  const env = {
    CUSTOM_FPM_PATH: path.join(projectDir, 'scripts/fpm.mjs'),
    ...process.env,
    ...electronEnv(electron),
  };
  const args = builderArgs({ electron, targets, outputDir, platform: process.platform });
  if (!runShown(process.execPath, [binOf('electron-builder'), ...args], { env }))
    throw new SetupProblem('electron-builder failed: see above.');
  markAsTestOnly(outputDir, electron);
  say(`packaged into ${outputDir}`);
}

/**
 * @param {string} outputDir
 * @param {import('./setup/electron-runtime.mjs').ElectronRuntime} electron
 */
function markAsTestOnly(outputDir, { kind, version }) {
  const mark = path.join(projectDir, outputDir, 'NOT-FOR-RELEASE.txt');
  if (kind === 'official') return fs.rmSync(mark, { force: true });
  const sentence = `made with Electron ${version}, for tests only: not for release`;
  fs.writeFileSync(mark, `${sentence}\n`);
  say(sentence);
}
