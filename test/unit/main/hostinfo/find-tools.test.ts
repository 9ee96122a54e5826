import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findTools, versionIn } from '../../../../main/hostinfo/find-tools.ts';
import { notOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

async function program(name: string, script: string): Promise<void> {
  await mkdir(temporary.at('bin'), { recursive: true });
  await writeFile(temporary.at('bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

// Scripts of a POSIX shell stand for the tools.
describe(
  'looking for tools',
  notOn('win32', 'the tools of these tests are POSIX shell scripts'),
  () => {
    it('finds those that say a version, wherever they say it', async () => {
      await program('gcc', 'echo "gcc (Debian 12.2.0-14) 12.2.0"');
      await program('java', 'echo \'openjdk version "17.0.15" 2025-04-15\' >&2');
      await program('go', 'echo "go version go1.22.3 linux/amd64"');
      expect(await findTools({ path: temporary.at('bin') })).toEqual([
        { name: 'gcc', version: '12.2.0' },
        { name: 'go', version: '1.22.3' },
        { name: 'java', version: '17.0.15' },
      ]);
    });

    it('leaves out what fails, prints nothing, or does not end', async () => {
      await program('gcc', 'echo 1.2.3; exit 1');
      await program('cmake', 'true');
      await program('git', 'exec sleep 600');
      await program('ninja', 'echo 1.11.1');
      const path = `${temporary.at('bin')}:/usr/bin:/bin`;
      const found = await findTools({ path, longestMs: 500 });
      const names = found.map(({ name }) => name);
      expect(names).not.toContain('gcc');
      expect(names).not.toContain('cmake');
      expect(names).not.toContain('git');
    });

    it.each([
      ['gcc (GCC) 4.8', '4.8'],
      ['v20.20.2', '20.20.2'],
      ['Docker version 28.2.2, build 26.1.5', '28.2.2'],
      ['rustc 1.80.0-nightly (2024)', '1.80.0'],
      ['nothing', undefined],
      ['', undefined],
    ])('reads %j as %j', (printed, found) => {
      expect(versionIn(printed)).toBe(found);
    });
  },
);
