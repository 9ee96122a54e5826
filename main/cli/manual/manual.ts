import { type Verb, type VerbArgument, type VerbOption, verbs } from '../verbs.ts';

/** What the man page and docs/command-line.md tell beside the verbs. */
export interface ManualSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words with what they mean. */
  readonly terms: readonly (readonly [term: string, meaning: string])[];
}

export const SUMMARY = 'a Buildbot worker, without a window';

export const DESCRIPTION: readonly string[] = [
  'Buildtray runs a Buildbot worker from its base directory, which buildbot-worker can run as well: buildbot.tac is read, never executed. The same worker is hosted by the tray app; the commands below speak to the worker that runs, whoever hosts it.',
  'Errors are one sentence on standard error.',
];

export const SECTIONS: readonly ManualSection[] = [
  {
    title: 'Exit status',
    paragraphs: [],
    terms: [
      ['0', 'Done; each command tells what that means.'],
      ['1', 'It was tried and failed, for the reason on standard error.'],
      ['2', 'Wrong usage: nothing was tried.'],
    ],
  },
  {
    title: 'Signals',
    paragraphs: ['A worker that was started by the command line takes these:'],
    terms: [
      [
        'SIGTERM, SIGINT',
        'Ends what runs and leaves within 6 seconds; a second one leaves at once.',
      ],
      [
        'SIGHUP',
        "Shuts down gracefully where buildbot.tac says allow_shutdown = 'signal'; leaves elsewhere.",
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
      ['worker.log, worker.log.1 ...', 'The log, and older ones, the youngest first.'],
      ['buildtray.pid', 'The process that runs the worker, and when it was started.'],
      ['buildtray.sock', 'Where that process is asked for its state; for its owner alone.'],
      [
        'shutdown.stamp',
        "Touched, it asks for a graceful shutdown where buildbot.tac says allow_shutdown = 'file'.",
      ],
    ],
  },
];

/** Such as `buildtray start [options] [DIR]`. */
export function synopsisOf({ name, args, options }: Verb): string {
  const words = args.map(wordsFor);
  return ['buildtray', name, ...(options.length > 0 ? ['[options]'] : []), ...words].join(' ');
}

/** Such as `DIR`, `[DIR]` or `NAME=VALUE...`. */
export function wordsFor({ name, byDefault, isMany }: VerbArgument): string {
  const word = `${name.toUpperCase()}${isMany ? '...' : ''}`;
  return byDefault === undefined ? word : `[${word}]`;
}

/** Such as `-n, --lines number`. */
export function flagsOf({ name, short, value }: VerbOption): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

export function meaningOf({ description, byDefault }: VerbOption): string {
  return `${sentence(description)}${byDefault ? ` Default: ${byDefault}.` : ''}`;
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** The page as Markdown; docs/command-line.md holds it. */
export function manualMarkdown(): string {
  const parts = [
    '# The command line',
    '<!-- Made from main/cli/verbs.ts and main/cli/manual/manual.ts: `node out/cli/buildtray.js manual markdown`. -->',
    ...DESCRIPTION,
    ...verbs.flatMap(verbMarkdown),
    ...SECTIONS.flatMap(({ title, paragraphs, terms }) => [
      `## ${title}`,
      ...paragraphs,
      terms.map(([term, meaning]) => `- \`${term}\`: ${meaning}`).join('\n'),
    ]),
    '## Completion',
    "A line for your shell's start-up file: `source <(buildtray completion bash)`, `source <(buildtray completion zsh)` behind `compinit`, or `buildtray completion fish | source`.",
  ];
  return `${parts.join('\n\n')}\n`;
}

function verbMarkdown(verb: Verb): readonly string[] {
  const options = verb.options.map((option) => `- \`${flagsOf(option)}\`: ${meaningOf(option)}`);
  return [
    `## ${verb.name}`,
    `    ${synopsisOf(verb)}`,
    sentence(verb.summary),
    ...verb.about,
    ...(options.length > 0 ? [options.join('\n')] : []),
    `Exit status 0: ${verb.exit.ok}. 1: ${verb.exit.failed}.`,
  ];
}
