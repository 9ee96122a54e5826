import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  flagsOf,
  manualMarkdown,
  meaningOf,
  sentence,
  synopsisOf,
} from '../../../../../main/cli/manual/manual.ts';
import { logs } from '../../../../../main/cli/verbs/logs.ts';
import { set } from '../../../../../main/cli/verbs/set.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

const ENGLISH = wordsIn('en');
const GERMAN = wordsIn('de');
const LINES = { name: 'lines', short: 'n', value: 'number', byDefault: '50' };

it('docs/command-line.md is what the list of verbs says', async () => {
  expect(await readFile('docs/command-line.md', 'utf8')).toBe(manualMarkdown(verbs, ENGLISH));
});

describe('a synopsis', () => {
  it('names options and words, those that may be left out in brackets', () => {
    const resume = verbs.find(({ name }) => name === 'resume');
    expect(resume && synopsisOf(resume)).toBe('buildtray resume [DIR]');
    expect(synopsisOf(logs)).toBe('buildtray logs [options] [DIR]');
    expect(synopsisOf(set)).toBe('buildtray set [options] [DIR] NAME=VALUE...');
  });
});

describe('an option', () => {
  it('is shown as it is typed, with a word for its value', () => {
    expect(flagsOf(LINES, ENGLISH)).toBe('-n, --lines number');
    expect(flagsOf(LINES, GERMAN)).toBe('-n, --lines Zahl');
    expect(flagsOf({ name: 'json' }, ENGLISH)).toBe('--json');
  });

  it('is explained in sentences, its default last', () => {
    expect(meaningOf(logs, LINES, ENGLISH)).toBe('How many lines to start with. Default: 50.');
  });
});

it.each([
  ['print the log', 'Print the log.'],
  ['Done.', 'Done.'],
  ['really?', 'Really?'],
])('%j is the sentence %j', (text, whole) => {
  expect(sentence(text)).toBe(whole);
});
