import { expect, it } from 'vitest';
import { typedWords } from '../../../../../main/cli/program/typed-words.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';

function words(text: string): string {
  return typedWords(text.split(' '), verbs).join(' ');
}

it.each([
  ['create-worker --maxd 17 d m n p', 'create-worker --maxdelay 17 d m n p'],
  ['create-worker --keep=0 d m n p', 'create-worker --keepalive=0 d m n p'],
  ['stop --grac d', 'stop --graceful d'],
  ['stop --vers', 'stop --version'],
  ['--vers', '--version'],
])('completes what can be one option only: %s', (typed, expected) => {
  expect(words(typed)).toBe(expected);
});

it.each([
  ['--verbose start -q d', 'start -q d'],
  ['--verb stop --grac d', 'stop --graceful d'],
  ['--verbose --vers', '--version'],
  ['settings --verbose d', 'settings --verbose d'],
])('drops --verbose before the command only: %s', (typed, expected) => {
  expect(words(typed)).toBe(expected);
});

it.each([
  '--ver',
  // --maxdelay and --maxretries begin so.
  'create-worker --max 17 d m n p',
  'create-worker --log 17 d m n p',
  'create-worker --umask 022 d m n p',
  'stop --nothing d',
  'set d -- --grac',
  'nothing --grac',
  'help stop',
])('leaves alone what may be several, none or no option: %s', (typed) => {
  expect(words(typed)).toBe(typed);
});

it.each([
  ['create-worker d m n -secret', 'create-worker d m n -- -secret'],
  ['create-worker --umask 022 -q d m n --secret', 'create-worker --umask 022 -q d m n -- --secret'],
])('takes the last argument for one though it begins with a dash: %s', (typed, expected) => {
  expect(words(typed)).toBe(expected);
});

it.each([
  'create-worker d m n p --quite',
  'create-worker d m n p -q',
  'create-worker d m -secret',
  'create-worker d m n -',
  'create-worker d m n --umask -secret',
])('takes no other word for an argument: %s', (typed) => {
  expect(words(typed)).toBe(typed);
});
