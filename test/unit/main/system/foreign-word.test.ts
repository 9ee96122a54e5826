import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { foreignWord } from '../../../../main/system/foreign-word.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();
const MODULE = new URL('../../../../main/system/foreign-word.ts', import.meta.url).pathname;
const PROGRAM = `
import { foreignWord } from '${MODULE}';
process.stdout.write(String(foreignWord(process.argv.slice(1), process.cwd())));
`;

/** What a process finds whose words and directory the shell makes of escapes. */
function foundBy(word: string, directory = '.'): string {
  const script = `dir="$(printf '${directory}')"; mkdir -p "$dir"; cd "$dir"; exec "$0" --experimental-strip-types --no-warnings --input-type=module -e "$1" "$(printf '${word}')"`;
  return execFileSync('sh', ['-c', script, process.execPath, PROGRAM], {
    cwd: folder.path,
    encoding: 'utf8',
  });
}

it('is none where all is UTF-8, the replacement character included', () => {
  expect(foundBy('w\\303\\244')).toBe('undefined');
  expect(foreignWord(['w'], '/w')).toBeUndefined();
});

it(
  'is found among the words, and in the directory',
  onlyOn('linux', 'only Linux reports it'),
  () => {
    expect(foundBy('w\\357\\277\\275')).toBe('undefined');
    expect(foundBy('w\\377')).toBe('w\ufffd');
    expect(foundBy('w', 'd\\377')).toBe(`${folder.path}/d\ufffd`);
  },
);
