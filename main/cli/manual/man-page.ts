import { BUILDTRAY_VERSION } from '../../launch/version.ts';
import { type Verb, verbs } from '../verbs.ts';
import {
  DESCRIPTION,
  flagsOf,
  meaningOf,
  SECTIONS,
  SUMMARY,
  sentence,
  synopsisOf,
} from './manual.ts';

/** The man page `buildtray(1)`, in the macros of man(7). */
export function manPage(): string {
  const lines = [
    `.TH BUILDTRAY 1 "" "Buildtray ${BUILDTRAY_VERSION}" "User Commands"`,
    '.nh',
    '.SH NAME',
    `buildtray \\- ${escaped(SUMMARY)}`,
    '.SH SYNOPSIS',
    ...verbs.flatMap((verb) => [`.B ${escaped(synopsisOf(verb))}`, '.br']),
    '.SH DESCRIPTION',
    ...paragraphs(DESCRIPTION),
    '.SH COMMANDS',
    ...verbs.flatMap(verbLines),
    ...SECTIONS.flatMap(({ title, paragraphs: texts, terms }) => [
      `.SH ${title.toUpperCase()}`,
      ...paragraphs(texts),
      ...terms.flatMap(([term, meaning]) => termLines(term, meaning)),
    ]),
    '.SH SEE ALSO',
    '.BR buildbot-worker (1)',
  ];
  return `${lines.join('\n')}\n`;
}

function verbLines(verb: Verb): readonly string[] {
  return [
    `.SS ${escaped(synopsisOf(verb))}`,
    text(sentence(verb.summary)),
    ...paragraphs(verb.about),
    ...verb.options.flatMap((option) => termLines(flagsOf(option), meaningOf(option))),
    '.PP',
    text(`Exit status 0: ${verb.exit.ok}. 1: ${verb.exit.failed}.`),
  ];
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => ['.PP', text(one)]);
}

function termLines(term: string, meaning: string): readonly string[] {
  return ['.TP', `.B ${escaped(term)}`, text(meaning)];
}

/** A line of text: one that begins like a request must not be taken for it. */
function text(line: string): string {
  return /^[.']/.test(line) ? `\\&${escaped(line)}` : escaped(line);
}

function escaped(line: string): string {
  return line.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq');
}
