import { describe, expect, it } from 'vitest';
import { addedBlocks, isAddedWithBlock } from '../../../../../main/basedir/tac/added-blocks.ts';
import { applyEdits } from '../../../../../main/basedir/tac/python/apply-edits.ts';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import type { TacValues } from '../../../../../main/basedir/tac/tac-settings-from.ts';

const read = (text: string) => readTac(text, '/w/buildbot.tac');
const withBlocks = (text: string, changes: TacValues) =>
  applyEdits(text, addedBlocks(text, read(text), changes));

const APPLICATION = "basedir = '.'\napp = service.Application('buildbot-worker')";

describe('the rotation of the log', () => {
  it('comes as lines of its own after the application, which they configure', () => {
    const text = `${APPLICATION}  # keep\nlast = 1\n`;
    const added = withBlocks(text, { rotateLength: 5, maxRotatedFiles: null });
    expect(added.startsWith(`${APPLICATION}  # keep\n\nimport os\n\n`)).toBe(true);
    expect(added).toContain("os.path.join(basedir, 'twistd.log')");
    expect(added).toContain('\napp.setComponent(\n');
    expect(added).toMatch(/\nlast = 1\n$/);
    expect(read(added).settings.get('rotateLength')).toMatchObject({ value: 5 });
  });

  it('finds the folder by the file, where no basedir is known', () => {
    const added = withBlocks("app = service.Application('x')\n", { rotateLength: 5 });
    expect(added).toContain('os.path.dirname(os.path.abspath(__file__))');
  });

  it.each([
    ['nothing else is wanted', APPLICATION, { rotateLength: null }],
    ['there is one', `${APPLICATION}\nLogFile('l')`, { rotateLength: 5 }],
    ['there is no application', 'pass', { rotateLength: 5 }],
  ])('is not added where %s', (_what, text, changes) => {
    expect(withBlocks(text, changes)).toBe(text);
  });
});

describe('a variable of our own', () => {
  it.each(['a = 1', 'a = 1\n', 'a = 1\r\n', ''])('stands apart at the end of %j', (text) => {
    const added = withBlocks(text, { buildtray_file_access: 'anywhere' });
    const lines = added.split(/\r?\n/);
    expect(lines.slice(-4)).toEqual([
      '',
      expect.stringMatching(/^#/),
      "buildtray_file_access = 'anywhere'",
      '',
    ]);
    expect(added.startsWith(text)).toBe(true);
    expect(added.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(added.replaceAll('\r\n', '')).not.toMatch(text.includes('\r\n') ? /\n/ : /\r/);
  });

  it('is not added twice', () => {
    const text = "buildtray_file_access = 'basedir'\n";
    expect(withBlocks(text, { buildtray_file_access: 'anywhere' })).toBe(text);
  });
});

it('distinguishes what comes with lines of its own from what the call takes', () => {
  const reading = read(APPLICATION);
  const settings = ['buildtray_file_access', 'rotateLength', 'port'] as const;
  expect(settings.map((name) => isAddedWithBlock(reading, name))).toEqual([true, true, false]);
  expect(isAddedWithBlock(read(''), 'rotateLength')).toBe(false);
});
