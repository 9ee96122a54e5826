import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildbotSourceDir,
  interopDir,
  ownCommandLinePath,
  temporaryDir,
  venvProgram,
} from './support/places.ts';

/** Those of Buildbot's integration tests that start a worker from outside. */
const MODULES = [
  'interop.test_commandmixin',
  'interop.test_compositestepmixin',
  'interop.test_integration_secrets',
  'interop.test_interruptcommand',
  'interop.test_setpropertyfromcommand',
  'interop.test_transfer',
  'test_download_secret_to_worker',
].map((name) => `buildbot.test.integration.${name}`);

describe('the integration tests of Buildbot itself', () => {
  let dir: string;
  let outcomes: ReadonlyMap<string, string>;
  beforeAll(async () => {
    dir = temporaryDir();
    outcomes = await outcomesIn(dir);
  });
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));

  it.each(MODULES)('pass with this worker over every protocol: %s', (module) => {
    const ofModule = [...outcomes].filter(([test]) => test.startsWith(module));
    expect(ofModule).not.toEqual([]);
    expect(ofModule.filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
  });
});

/** What came of each test, by the test's name. */
async function outcomesIn(dir: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await promisify(execFile)(
    venvProgram('python'),
    [path.join(interopDir, 'own_tests/run.py'), ...MODULES],
    {
      cwd: dir,
      env: {
        ...process.env,
        PYTHONPATH: buildbotSourceDir(),
        SANDBOXED_WORKER_PATH: workerProgram(dir),
      },
      maxBuffer: 2 ** 28,
    },
  );
  return new Map(Object.entries(JSON.parse(stdout)));
}

/** Buildbot calls the worker's program by a path, without arguments before its own. */
function workerProgram(dir: string): string {
  const program = path.join(dir, 'worker');
  const command = `exec '${process.execPath}' '${ownCommandLinePath}' "$@"`;
  fs.writeFileSync(program, `#!/bin/sh\n${command}\n`, { mode: 0o700 });
  return program;
}
