import { asJson, workerDirectory } from '../shared.ts';

export const settings = {
  help: {
    summary: 'print every setting of a worker',
    about: [
      'One line for each setting: its value, its default, and when a change takes effect. A value that code computes in buildbot.tac is shown with its line; whatever prevents a worker from running is listed below. Passwords are not shown.',
    ],
    args: { dir: workerDirectory },
    options: { verbose: 'explain each setting', json: asJson },
    exit: { ok: 'they were printed', failed: 'the file cannot be read' },
  },
  columns: {
    setting: 'setting',
    value: 'value',
    byDefault: 'default',
    effect: 'a change takes effect',
  },
  effects: {
    nothing: 'at once',
    'apply-live': 'at once',
    reconnect: 'at the next connection',
    'restart-worker': 'at the next start',
  },
  computed: (line: number) => `computed by code in line ${line}`,
  comesTo: (value: string, from: readonly string[], line: number) =>
    from.length === 0
      ? `${value} (line ${line})`
      : `${value} (from ${from.join(', ')}, line ${line})`,
  unusable: (line: number) => `line ${line} has an unusable value`,
  hidden: '(set, not shown)',
  notSet: 'not set',
  withChoices: (help: string, choices: readonly string[]) =>
    `${help} One of: ${choices.join(', ')}.`,
};
