/** A part of the manual that is about no single command. */
export interface ManualSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words with what they mean. */
  readonly terms: readonly (readonly [term: string, meaning: string])[];
}

/** What the man page and docs/command-line.md say beside the commands; both are in English only. */
export const manual: {
  readonly summary: string;
  readonly description: readonly string[];
  readonly sections: readonly ManualSection[];
  readonly completion: string;
} = {
  summary: 'a Buildbot worker, without a window',
  description: [
    'Buildtray runs a Buildbot worker from its base directory, which buildbot-worker can run as well: buildbot.tac is read, never executed. The same worker is hosted by the tray app; the commands below talk to the worker that runs, whoever hosts it.',
    'Errors are one sentence on standard error. Messages are in the language that LC_ALL, LC_MESSAGES or LANG asks for, English or German; JSON and exit status are the same in every language.',
  ],
  sections: [
    {
      title: 'Exit status',
      paragraphs: [],
      terms: [
        ['0', 'Done; the section of each command says what that means.'],
        ['1', 'It was tried and failed, for the reason on standard error.'],
        ['2', 'Wrong usage: nothing was tried.'],
      ],
    },
    {
      title: 'Signals',
      paragraphs: ['A worker that was started by the command line handles these:'],
      terms: [
        [
          'SIGTERM, SIGINT',
          'Ends what runs and exits within 6 seconds; a second one exits at once.',
        ],
        [
          'SIGHUP',
          "Shuts down gracefully where buildbot.tac says allow_shutdown = 'signal'; exits elsewhere.",
        ],
      ],
    },
    {
      title: 'Files',
      paragraphs: ['In the base directory of a worker:'],
      terms: [
        ['buildbot.tac', 'Its settings, as buildbot-worker has them; it holds the password.'],
        ['buildtray.json', 'Settings that buildbot.tac has no words for.'],
        ['info/', 'What the master shows of this worker to everybody.'],
        ['worker.log, worker.log.1 ...', 'The log, and older ones, the newest first.'],
        ['buildtray.pid', 'The process that runs the worker, and when it was started.'],
        ['buildtray.sock', 'Where that process is asked for its state; for its owner alone.'],
        [
          'shutdown.stamp',
          "Touched, it asks for a graceful shutdown where buildbot.tac says allow_shutdown = 'file'.",
        ],
      ],
    },
  ],
  completion:
    "A line for your shell's start-up file: `source <(buildtray completion bash)`, `source <(buildtray completion zsh)` after `compinit`, or `buildtray completion fish | source`.",
};
