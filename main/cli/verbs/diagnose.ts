import { resolve } from 'node:path';
import { problem } from '../../contract/problem.ts';
import { diagnose as makeReport } from '../../diagnostics/diagnose.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { replaceFile } from '../../system/writing/replace-file.ts';
import { DIRECTORY } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';

/** Prints or writes the report for those who help, whether or not the worker runs. */
export const diagnose = verb({
  name: 'diagnose',
  args: [DIRECTORY],
  options: [{ name: 'output', short: 'o', value: 'file' }],
  perform: async ([dir = '.'], { output }, terminal) => {
    const report = await makeReport({ face: 'command-line', dirs: [dir] });
    if (output === undefined) {
      terminal.write(report);
      return 0;
    }
    const path = resolve(output);
    try {
      await replaceFile(path, report);
    } catch (error) {
      throw runErrorOf(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
    }
    terminal.print(terminal.words.cli.verbs.diagnose.written(path));
    return 0;
  },
});
