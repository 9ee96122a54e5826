import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const MODULE = new URL('../../../../main/cli/keep-compiled-code.ts', import.meta.url).href;
const OTHER = new URL('../../../../main/lib/showable.ts', import.meta.url).href;

/** A program that keeps its code and loads one more file: its exit status. */
function run(cacheHome: string): number | null {
  const source = `import { keepCompiledCode } from ${JSON.stringify(MODULE)};
    keepCompiledCode();
    await import(${JSON.stringify(OTHER)});`;
  const args = ['--experimental-strip-types', '--input-type=module', '-e', source];
  const env = { ...process.env, XDG_CACHE_HOME: cacheHome, NODE_V8_COVERAGE: undefined };
  return spawnSync(process.execPath, args, { env, timeout: 60_000 }).status;
}

describe('compiled code', () => {
  it('is kept in a folder that only its user may read', () => {
    const cache = basedir.at('cache');
    expect(run(cache)).toBe(0);
    const kept = join(cache, 'buildtray', 'compiled');
    expect(readdirSync(kept)).not.toEqual([]);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
  });

  it.each(['/proc', '/dev/null', '/no/such/place'])(
    'is not kept in %s, and nothing fails',
    (at) => {
      expect(run(at)).toBe(0);
    },
  );
});
