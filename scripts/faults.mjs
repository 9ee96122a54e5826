// npm run faults [-- NAME...]: does to the built command line what nights do to a worker, many times over,
// and prints one row for each script of test/faults. Their quick forms are among the tests.
import './setup/require-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build/build.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { runStep } from './testing/run-step.mjs';

const dir = path.join(projectDir, 'test/faults');
const SUFFIX = /\.(mjs|ts)$/;

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const files = fs.readdirSync(dir).filter((file) => SUFFIX.test(file));
  const known = files.map((file) => file.replace(SUFFIX, ''));
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetupProblem(
      `there is no script named ${unknown.join(' or ')} in test/faults; there are ${known.join(', ')}.`,
    );
  // The Python worker is measured beside ours.
  const { interopVenv } = ensureReady({ interop: true });
  const env = { ...process.env, ...(interopVenv && { BUILDTRAY_INTEROP_VENV: interopVenv }) };
  build();
  let status = 0;
  for (const [at, name] of known.entries()) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const script = path.join(dir, files[at] ?? '');
    const words = [process.execPath, '--experimental-strip-types', '--no-warnings', script];
    if (!(await runStep(words, env))) status = 1;
  }
  return status;
});
