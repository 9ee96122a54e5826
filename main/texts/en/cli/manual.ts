/** A part of the manual that is about no single command. */
export interface ManualSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words with what they mean. */
  readonly terms: readonly (readonly [term: string, meaning: string])[];
}

/** What the man page and docs/command-line.md contain besides the commands; both are in English only. */
export const manual: {
  readonly summary: string;
  readonly description: readonly string[];
  readonly sections: readonly ManualSection[];
  readonly completion: string;
} = {
  summary: 'a Buildbot worker, without a window',
  description: [
    'Buildtray runs a Buildbot worker from its base directory, which buildbot-worker can run as well: buildbot.tac is read, never executed. The same worker is hosted by the tray app; the commands below reach the running worker, whoever hosts it.',
    'Errors are one sentence on standard error. Messages are in the language that LC_ALL, LC_MESSAGES or LANG selects, English, German or French; JSON and exit status are the same in every language.',
  ],
  sections: [
    {
      title: 'Exit status',
      paragraphs: [],
      terms: [
        ['0', 'Done; the section of each command explains what that means.'],
        ['1', 'Failed; the reason is on standard error.'],
        ['2', 'Wrong usage; nothing was attempted.'],
      ],
    },
    {
      title: 'Signals',
      paragraphs: ['A worker started from the command line handles these:'],
      terms: [
        [
          'SIGTERM, SIGINT',
          'Ends what is running and exits within 6 seconds; a second signal makes it exit at once.',
        ],
        [
          'SIGHUP',
          "Shuts down gracefully if buildbot.tac sets allow_shutdown = 'signal'; exits otherwise.",
        ],
      ],
    },
    {
      title: 'Files',
      paragraphs: ['In the base directory of a worker:'],
      terms: [
        [
          'buildbot.tac',
          'Its settings, in the format of buildbot-worker; it contains the password.',
        ],
        ['buildtray.json', 'Settings that buildbot.tac has no place for.'],
        ['info/', 'What the master shows everybody about this worker.'],
        ['worker.log, worker.log.1 ...', 'The log, and older ones, newest first.'],
        ['buildtray.pid', 'The process that runs the worker, and when it was started.'],
        ['twistd.pid', 'The same process, where `buildbot-worker` looks for it.'],
        ['buildtray.pause', 'A pause that outlives a restart, and when it ends.'],
        ['buildtray.sock', 'The socket for requests to that process; only its owner can use it.'],
        [
          'shutdown.stamp',
          "Touching it requests a graceful shutdown if buildbot.tac sets allow_shutdown = 'file'.",
        ],
      ],
    },
  ],
  completion:
    "Add one line to your shell's start-up file: `source <(buildtray completion bash)`, `source <(buildtray completion zsh)` after `compinit`, or `buildtray completion fish | source`.",
};
