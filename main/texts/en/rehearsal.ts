import type {
  RehearsalState,
  RehearsalStepName,
  RehearsalStepResult,
} from '../../contract/rehearsal/rehearsal-view.ts';

/** What a step does, in a few words and in a few sentences. */
interface StepTexts {
  readonly short: string;
  readonly about: string;
}

const STEPS: Readonly<Record<RehearsalStepName, StepTexts>> = {
  checkout: {
    short: 'Gets the sources of a small sample',
    about:
      'A real project would be fetched from its repository. Here the master sends the files itself, so this works anywhere.',
  },
  compile: {
    short: 'Builds a program from them',
    about:
      'Everything a build prints is sent to the master line by line. In a larger build, this is when your fan would start.',
  },
  test: {
    short: 'Tests the program',
    about: 'Each line below appears as soon as the test has printed it.',
  },
  upload: {
    short: 'Sends the report to the master',
    about: 'Files travel both ways, and only between the master and the worker’s directory.',
  },
  style: {
    short: 'Fails on purpose',
    about:
      'This step is meant to fail. A failure is for the project to look into, not for you: your worker did its part and continues the build.',
  },
  clean: {
    short: 'Cleans up, then shuts down gracefully',
    about:
      'While this step runs, the worker is asked to shut down gracefully. It accepts no new builds, and disconnects once this one has ended.',
  },
};

const STATES: Readonly<Record<RehearsalState['kind'], string>> = {
  'not-started': 'Ready when you are',
  preparing: 'Getting ready',
  'waiting-for-worker': 'The worker is connecting',
  building: 'A build is running',
  draining: 'Shutting down gracefully',
  cancelling: 'Cancelling',
  done: 'That was a complete build',
  cancelled: 'Cancelled',
  error: 'The rehearsal could not continue',
};

const RESULTS: Readonly<Record<RehearsalStepResult, string>> = {
  success: 'success',
  warnings: 'warnings',
  failure: 'failure',
  exception: 'exception',
  retry: 'connection lost',
  cancelled: 'cancelled',
  skipped: 'skipped',
};

/** The page that shows a whole build before any project is known. */
export const rehearsal = {
  title: 'Try it now',
  about:
    'A rehearsal: a small master on this machine runs a real build on a real worker. There is nothing to set up, nothing leaves this machine, and nothing is left behind.',
  states: STATES,
  notStarted: 'It takes about 15 seconds.',
  draining: 'The running build may finish first. For your own workers, this is in the tray menu.',
  drained: 'The build has ended, and the master is releasing the worker.',
  doneAsPlanned:
    'The worker connected, ran a build, reported a failure and shut down cleanly. Your own worker does the same for a project you choose.',
  doneNotAsPlanned: (step: string) =>
    `The step ${step} did not end as planned. Its output is below; everything else has been cleaned up.`,
  cancelled: 'What was running has been stopped, and nothing is left behind.',
  start: 'Start',
  again: 'Start again',
  cancel: 'Cancel',
  /** In the tray's menu. */
  cancelIt: 'Cancel the rehearsal',
  addOwn: 'Add your own worker',
  lookOut: 'What to watch for',
  lookOuts: {
    tray: 'The tray icon changes its shape with what the worker is doing.',
    output: 'The build’s output appears here while it runs, as it does on the master.',
    failure: 'One step fails, on purpose.',
    leaving: 'At the end, the worker shuts down gracefully: the build may finish first.',
  },
  steps: STEPS,
  stepsLabel: 'Steps of the build',
  results: RESULTS,
  /** A failure that was planned. */
  asPlanned: 'failure, as planned',
  waiting: 'waiting',
  running: 'running',
  output: (step: string) => `Output of ${step}`,
  noOutput: 'This step’s output will appear here.',
  nothingPrinted: 'This step printed nothing.',
  isUnderWay: 'A rehearsal is already running.',
  /** Stands for the master's name in sentences about the worker. */
  master: 'the rehearsal’s master',
  /** Before the sentence of the rehearsal's worker, in the tray. */
  inTray: (sentence: string) => `Rehearsal: ${sentence}`,
  show: 'Show the rehearsal',
};
