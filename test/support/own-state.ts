import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What workers of the tests write down goes away with them, and never into the developer's own folder. */
export function setup(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'buildtray-state-'));
  process.env.XDG_STATE_HOME = dir;
  return () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}
