import {
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinedTexts, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function cpdir(from: string, to: string) {
  const args = { from_path: from, to_path: to, logEnviron: false };
  const { updates } = await runCommand('cpdir', args, recordingContext(basedir.path));
  return joinedTexts(updates);
}

function headerOf(from: string, to: string): string {
  return [
    `cp -R -P -p -v ${from} ${to}`,
    ` in dir ${basedir.path} (timeout 120 secs)`,
    ' watching logfiles {}',
    ` argv: [b'cp', b'-R', b'-P', b'-p', b'-v', b'${from}', b'${to}']`,
    ' using PTY: False',
    '',
  ].join('\n');
}

describe('cpdir', () => {
  it('copies links, modes and times, and makes the parents', async () => {
    const [from, to] = [basedir.at('from'), basedir.at('new/parent/to')];
    await mkdir(from);
    await writeFile(join(from, 'file'), 'content', { mode: 0o751 });
    await utimes(join(from, 'file'), 1_500_000_000, 1_500_000_000);
    await symlink('file', join(from, 'link'));
    const updates = await cpdir(from, to);
    expect(updates[0]).toEqual(['header', headerOf(from, to)]);
    expect(updates[1]?.[0]).toBe('stdout');
    expect(String(updates[1]?.[1]).split('\n').sort()).toEqual([
      '',
      `'${from}' -> '${to}'`,
      `'${from}/file' -> '${to}/file'`,
      `'${from}/link' -> '${to}/link'`,
    ]);
    expect(updates.slice(2)).toEqual([['header', 'elapsedTime=SECONDS\n'], ['rc', 0], ELAPSED]);
    const { mode, mtimeMs } = await lstat(join(to, 'file'));
    expect([mode & 0o7777, mtimeMs]).toEqual([0o751, 1_500_000_000_000]);
    expect(await readFile(join(to, 'file'), 'utf8')).toBe('content');
    expect(await readlink(join(to, 'link'))).toBe('file');
  });

  it('shows the environment that cp would have had', async () => {
    await mkdir(basedir.at('from'));
    const args = { from_path: basedir.at('from'), to_path: basedir.at('to') };
    const environment = { LANG: 'C', TZ: 'UTC' };
    const context = recordingContext(basedir.path, { environment });
    const [first] = joinedTexts((await runCommand('cpdir', args, context)).updates);
    expect(String(first?.[1])).toContain(
      ` environment:\n  LANG=C\n  PWD=${basedir.path}\n  TZ=UTC\n`,
    );
  });

  it('copies into the place that is named as a directory', async () => {
    await mkdir(basedir.at('from'));
    const to = `${basedir.at('new')}/`;
    expect((await cpdir(basedir.at('from'), to)).slice(-2)).toEqual([['rc', 0], ELAPSED]);
    expect(await readdir(to)).toEqual(['from']);
  });

  it("ends with cp's own failure", async () => {
    const [from, to] = [basedir.at('missing'), basedir.at('to')];
    expect(await cpdir(from, to)).toEqual([
      ['header', headerOf(from, to)],
      ['stderr', `cp: cannot stat '${from}': No such file or directory\n`],
      ['header', 'elapsedTime=SECONDS\n'],
      ['rc', 1],
      ELAPSED,
    ]);
  });

  it('reports that the parents cannot be made', async () => {
    await mkdir(basedir.at('from'));
    await writeFile(basedir.at('file'), '');
    const to = basedir.at('file/sub/to');
    expect(await cpdir(basedir.at('from'), to)).toEqual([
      ['header', `cpdir: Not a directory: ${to}`],
      ['rc', 20],
      ELAPSED,
    ]);
  });

  it('refuses to copy from outside or to outside, through links too', async () => {
    await mkdir(basedir.at('from'));
    await symlink('/etc', basedir.at('etc'));
    for (const [from, to] of [
      ['/etc/default', basedir.at('to')],
      [basedir.at('etc/default'), basedir.at('to')],
      [`${basedir.at('etc')}/.`, basedir.at('to')],
      [basedir.at('from'), '/outside/to'],
      [basedir.at('from'), basedir.at('etc')],
    ] as const) {
      expect(await cpdir(from, to)).toEqual([
        ['header', expect.stringMatching(/^cpdir: '.*' is outside the worker's base directory/)],
        ['rc', 1],
        ELAPSED,
      ]);
    }
    expect((await readdir(basedir.path)).sort()).toEqual(['etc', 'from']);
  });

  it('copies a link that leads outside as the link it is', async () => {
    await symlink('/etc', basedir.at('etc'));
    const updates = await cpdir(basedir.at('etc'), basedir.at('copy'));
    expect(updates).toContainEqual(['rc', 0]);
    expect(await readlink(basedir.at('copy'))).toBe('/etc');
  });
});
