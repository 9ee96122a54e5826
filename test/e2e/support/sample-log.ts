import fs from 'node:fs';
import path from 'node:path';
import { BUILDERS } from '../../support/sample-builds.ts';

const BUILDS = 120;

/** Writes the log that a worker of the last day would have left, with its warnings and errors. */
export function writeSampleLog(basedir: string, now = Date.now()): void {
  const builds = Array.from({ length: BUILDS }, (_build, at) => {
    const from = now - (BUILDS - at) * 11 * 60_000;
    const minutes = (count: number) => from + count * 60_000;
    const builder = BUILDERS[(at * 7) % 4] ?? 'docs';
    return [
      line(from, `${builder}#info`, 'a build starts'),
      line(minutes(0.1), `command ${at * 2}#info`, 'starts: shell make -j8 all'),
      line(minutes(3), `command ${at * 2}#info`, 'exit 0 after 174 s'),
      ...(at % 5 === 3
        ? [line(minutes(4), `command ${at * 2 + 1}#warn`, 'no output for 60 s, still running')]
        : []),
      ...(at % 11 === 7
        ? [
            line(minutes(5), 'connection#error', 'The master closed the connection.'),
            '\tnext try in 4 s\n',
          ]
        : []),
    ].join('');
  });
  const logPath = path.join(basedir, 'twistd.log');
  fs.writeFileSync(logPath, builds.join(''));
  // What the app writes itself comes after it.
  fs.utimesSync(logPath, new Date(now - 60_000), new Date(now - 60_000));
}

function line(at: number, from: string, text: string): string {
  const time = new Date(at).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 19)}+0000 [${from}] ${text}\n`;
}
