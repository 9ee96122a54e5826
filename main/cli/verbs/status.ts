import { AS_JSON, DIRECTORY } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { controlOf, findWorker } from '../running-worker/find-worker.ts';
import { statusLines } from '../running-worker/status-lines.ts';
import { printJson } from '../terminal/print-json.ts';

/** Prints what the worker of a directory is doing, as its process reports it; 1 where none runs. */
export const status = verb({
  name: 'status',
  args: [DIRECTORY],
  options: [AS_JSON],
  perform: async ([dir = '.'], { json }, terminal) => {
    const { words } = terminal;
    const show = (lines: readonly string[], value: object): void => {
      if (json) printJson(value, terminal);
      else for (const line of lines) terminal.print(line);
    };
    const found = await findWorker(dir);
    const { basedir } = found;
    if (found.kind === 'none') {
      show([words.cli.runningWorker.notRunning], { running: false, basedir });
      return 1;
    }
    if (found.kind === 'buildbot-worker') {
      const { kind: by, pid } = found;
      const text = words.cli.verbs.status.runByBuildbotWorker(pid);
      show([text], { running: true, by, pid, basedir });
      return 0;
    }
    const control = await controlOf(found);
    try {
      const answered = await control.status();
      if (!answered.ok) throw runErrorOf(answered.problem);
      const lines = statusLines(answered.value, Date.now(), words);
      show(lines, { running: true, by: 'buildtray', ...answered.value });
      return 0;
    } finally {
      control.close();
    }
  },
});
