import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runWithFittingNode } from '../../../scripts/setup/fitting-node.mjs';
import { registryNodePath } from '../../../scripts/setup/registry-node.mjs';

let dir = '';
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-node-'));
  vi.stubEnv('XDG_CACHE_HOME', dir);
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(dir, { recursive: true, force: true });
});

it('runs a script with the Node of the cache, for what it starts too, and ends as it ends', async ({
  skip,
}) => {
  skip(process.platform === 'win32', 'links need rights on Windows that tests do not have');
  const node = registryNodePath();
  fs.mkdirSync(path.dirname(node), { recursive: true });
  fs.symlinkSync(process.execPath, node);
  const script = path.join(dir, 'script.mjs');
  const report = path.join(dir, 'report.json');
  fs.writeFileSync(
    script,
    `import fs from 'node:fs';
     const first = process.env.PATH.split(':')[0];
     fs.writeFileSync(process.argv[2], JSON.stringify({ first, args: process.argv.slice(3) }));
     process.exit(3);`,
  );
  expect(await runWithFittingNode(script, [report, '--hidden', 'two words'])).toBe(3);
  expect(JSON.parse(fs.readFileSync(report, 'utf8'))).toEqual({
    first: path.dirname(node),
    args: ['--hidden', 'two words'],
  });
});
