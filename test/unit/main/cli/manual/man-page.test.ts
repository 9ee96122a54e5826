import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { manPage } from '../../../../../main/cli/manual/man-page.ts';
import { flagsOf } from '../../../../../main/cli/manual/manual.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

const ENGLISH = wordsIn('en');
const hasGroff = spawnSync('groff', ['--version']).status === 0;

it('is set without a warning, and names every verb and option', ({ skip }) => {
  skip(!hasGroff, 'groff is not installed');
  const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tascii', '-ww', '-P-cbou'], {
    input: manPage(verbs, ENGLISH),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const { name, options } of verbs) {
    expect(stdout).toContain(`buildtray ${name}`);
    for (const option of options) expect(stdout).toContain(flagsOf(option, ENGLISH));
  }
  for (const title of ['EXIT STATUS', 'SIGNALS', 'FILES']) expect(stdout).toContain(title);
});

it('lets no line of text become a request', () => {
  const requests = manPage(verbs, ENGLISH).match(/^[.'].*/gm) ?? [];
  expect(requests.filter((line) => !/^\.(?:TH|SH|SS|PP|TP|BR?|br|nh)\b/.test(line))).toEqual([]);
});
