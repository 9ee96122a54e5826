import { expect, it } from 'vitest';
import { helpOf, optionText, valueText, verb } from '../../../../../main/cli/program/verb.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

const ENGLISH = wordsIn('en');
const GERMAN = wordsIn('de');

const logs = verb({
  name: 'logs',
  args: [{ name: 'dir', byDefault: '.' }],
  options: [{ name: 'lines', value: 'number' }, { name: 'follow' }],
  // The types of the options are those of their rows.
  perform: async ([dir = '.'], { lines, follow }, terminal) => {
    terminal.print(`${dir} ${lines?.toUpperCase()} ${follow === true}`);
    return 0;
  },
});

it('performs with its words and its options', async () => {
  const terminal = new FakeTerminal();
  expect(await logs.perform(['w'], { lines: 'a', follow: true }, terminal)).toBe(0);
  expect(terminal.stdout).toBe('w A true\n');
});

it('has its help in the catalogue', () => {
  expect(helpOf(logs, GERMAN).summary).toBe('das Protokoll eines Workers ausgeben');
  expect(optionText(logs, { name: 'lines' }, ENGLISH)).toBe('how many lines to start with');
});

it('has an option whose text is elsewhere describe itself', () => {
  const option = { name: 'x', describe: () => 'from another catalogue' };
  expect(optionText(logs, option, ENGLISH)).toBe('from another catalogue');
});

it('shows a word for a value, and one that has no translation as it is', () => {
  expect(valueText({ name: 'lines', value: 'number' }, GERMAN)).toBe('Zahl');
  expect(valueText({ name: 'tls-pin', value: 'sha256' }, GERMAN)).toBe('sha256');
  expect(valueText({ name: 'follow' }, GERMAN)).toBeUndefined();
});
