import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { importsIn } from '../support/imports.ts';

/** Everything that is loaded with a file, with the way that leads there; types are not loaded. */
function loadedWith(start: string): ReadonlyMap<string, string> {
  const ways = new Map([[start, start]]);
  for (const [file, way] of ways) {
    if (!existsSync(file) || !/\.tsx?$/.test(file)) continue;
    for (const { specifier, typesOnly } of importsIn(file, readFileSync(file, 'utf8'))) {
      if (typesOnly) continue;
      const target = specifier.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), specifier)
        : specifier;
      if (!ways.has(target)) ways.set(target, `${way} → ${target}`);
    }
  }
  return ways;
}

it.each(['renderer/window/main.tsx', 'renderer/preload/preload.ts'])(
  '%s loads no schema: a window checks nothing that main checks',
  (entry) => {
    const loaded = loadedWith(entry);
    expect(loaded.size).toBeGreaterThan(1);
    expect(loaded.get('zod')).toBeUndefined();
  },
);
