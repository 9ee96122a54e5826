/** Part of a report: a heading, then a line for each fact, or text as it is. */
export interface Section {
  readonly title: string;
  /** Below another section's heading. */
  readonly isInner?: boolean;
  readonly lines: readonly string[];
  /** Lines of a log rather than facts. */
  readonly isVerbatim?: boolean;
}

const LONGEST_LINE = 1_000;

/** The sections as Markdown that is as easily read as plain text. */
export function reportFrom(sections: readonly Section[]): string {
  return `${sections.map(sectionText).join('\n\n')}\n`;
}

function sectionText({ title, isInner = false, isVerbatim = false, lines }: Section): string {
  const heading = `${isInner ? '###' : '##'} ${title}`;
  if (lines.length === 0) return heading;
  const shown = lines.map(clipped);
  const body = isVerbatim
    ? ['```', ...shown, '```'].join('\n')
    : shown.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n');
  return `${heading}\n\n${body}`;
}

function clipped(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
