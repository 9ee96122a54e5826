import { logFilesOf } from '../logging/log-files.ts';
import { formatLogLine } from '../logging/log-line.ts';
import { readLogTail } from '../logging/reading/read-log-tail.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import type { Section } from './report-from.ts';

const MOST_LINES = 200;
const MOST_CHARACTERS = 64 * 1_024;

/** The newest lines of a worker's log, or of the Python worker's where that ran last. */
export async function logSection(
  basedir: string,
  redact: (text: string) => string,
): Promise<Section> {
  const [newest] = await logFilesOf(basedir);
  if (newest === undefined) return { title: words.noLog, isInner: true, lines: [words.none] };
  const lines = await readLogTail(newest.path, MOST_LINES);
  // Each as a whole: a secret may go over several lines of one message.
  const shown = newestOf(
    lines.map((line) => {
      const message = redact(line.message);
      return line.at === undefined ? message : formatLogLine({ ...line, message });
    }),
  );
  return {
    title: words.log(shown.length, redact(newest.path)),
    isInner: true,
    isVerbatim: true,
    lines: shown,
  };
}

function newestOf(lines: readonly string[]): readonly string[] {
  let room = MOST_CHARACTERS;
  const first = lines.findLastIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return lines.slice(first + 1);
}
