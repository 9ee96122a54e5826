import { BUILDTRAY_VERSION } from '../../launch/buildtray-version.ts';
import { manual } from '../../texts/en/cli/manual.ts';
import type { Words } from '../../texts/words.ts';
import { helpOf, type Verb } from '../program/verb.ts';
import { flagsOf, meaningOf, sentence, synopsisOf } from './manual.ts';

/** The man page `buildtray(1)`, in the macros of man(7). */
export function manPage(verbs: readonly Verb[], words: Words): string {
  const lines = [
    `.TH BUILDTRAY 1 "" "Buildtray ${BUILDTRAY_VERSION}" "User Commands"`,
    '.nh',
    '.SH NAME',
    `buildtray \\- ${escaped(manual.summary)}`,
    '.SH SYNOPSIS',
    ...verbs.flatMap((verb) => [`.B ${escaped(synopsisOf(verb))}`, '.br']),
    '.SH DESCRIPTION',
    ...paragraphs(manual.description),
    '.SH COMMANDS',
    ...verbs.flatMap((verb) => verbLines(verb, words)),
    ...manual.sections.flatMap(({ title, paragraphs: texts, terms }) => [
      `.SH ${title.toUpperCase()}`,
      ...paragraphs(texts),
      ...terms.flatMap(([term, meaning]) => termLines(term, meaning)),
    ]),
    '.SH SEE ALSO',
    '.BR buildbot-worker (1)',
  ];
  return `${lines.join('\n')}\n`;
}

function verbLines(verb: Verb, words: Words): readonly string[] {
  const { summary, about, exit } = helpOf(verb, words);
  return [
    `.SS ${escaped(synopsisOf(verb))}`,
    text(sentence(summary)),
    ...paragraphs(about),
    ...verb.options.flatMap((option) =>
      termLines(flagsOf(option, words), meaningOf(verb, option, words)),
    ),
    '.PP',
    text(words.cli.program.exitStatus(exit.ok, exit.failed)),
  ];
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => ['.PP', text(one)]);
}

function termLines(term: string, meaning: string): readonly string[] {
  return ['.TP', `.B ${escaped(term)}`, text(meaning)];
}

/** A line of text: one that begins like a request of man(7) must not be taken for it. */
function text(line: string): string {
  return /^[.']/.test(line) ? `\\&${escaped(line)}` : escaped(line);
}

function escaped(line: string): string {
  return line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('’', '\\(cq');
}
