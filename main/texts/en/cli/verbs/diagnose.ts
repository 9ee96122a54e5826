import { workerDirectory } from '../shared.ts';

export const diagnose = {
  help: {
    summary: 'print a report for those who help, without secrets',
    about: [
      'Versions, the state of the worker and its last states, its settings, what each check finds, and the last 200 lines of its log, in Markdown. Passwords, tokens and whatever else looks secret are shown as ***, your home directory and your name as ~. Names of masters, workers, builders and files are in it: read it before you pass it on.',
      'A worker that does not run, or hangs, gets a report as well. It is in English, as the log is.',
    ],
    args: { dir: workerDirectory },
    options: {
      output: 'write the report to this file, for you alone to read, instead of printing it',
    },
    exit: { ok: 'the report was made', failed: 'the file cannot be written' },
  },
  written: (path: string) => `The report is in ${path}. Read it before you pass it on.`,
};
