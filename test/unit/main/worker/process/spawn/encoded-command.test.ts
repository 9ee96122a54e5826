import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { encodedCommand } from '../../../../../../main/worker/process/spawn/encoded-command.ts';
import { notOn } from '../../../../../support/only-on.ts';

it.each([
  ['utf-8', ['printf', 'grün']],
  ['latin-1', ['printf', 'plain']],
])('is the command itself in %s: %j', (encoding, words) => {
  expect(encodedCommand(words, encoding)).toEqual(words);
});

it(
  'hands words to the program in the bytes of the encoding, newlines at their ends included',
  notOn('win32', 'words are encoded by a POSIX shell'),
  () => {
    const words = encodedCommand(['printf', '%s|%s|%s', 'grün', 'two\n\n', "it's"], 'latin-1');
    const [file = '', ...args] = words;
    expect(execFileSync(file, args).toString('latin1')).toBe("grün|two\n\n|it's");
  },
);

it('names a program that is missing', notOn('win32', 'words are encoded by a POSIX shell'), () => {
  const [file = '', ...args] = encodedCommand(['no-such-program', 'ü'], 'latin-1');
  expect(() => execFileSync(file, args, { stdio: 'pipe' })).toThrow(
    'no-such-program: No such file or directory',
  );
});
