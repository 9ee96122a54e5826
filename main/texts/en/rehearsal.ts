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
    short: 'The sources of a small sample arrive',
    about:
      'A real project would be fetched from its repository. Here the master sends the files itself, so that this works anywhere.',
  },
  compile: {
    short: 'A program is made of them',
    about:
      'Whatever a build prints is sent to the master line by line. This is the moment in which other builds would make your fan turn.',
  },
  test: {
    short: 'The program is tested',
    about: 'Each line below appears as soon as the test has printed it.',
  },
  upload: {
    short: 'The report goes to the master',
    about: 'Files go both ways, and only between the master and the directory of the worker.',
  },
  style: {
    short: 'Fails on purpose',
    about:
      'This step is meant to fail. A failure is news for the project, not for you: your worker did its part and goes on with the build.',
  },
  clean: {
    short: 'Tidying up, and a graceful shutdown',
    about:
      'While this step runs, the worker is asked to shut down gracefully. It takes no new build, and leaves once this one has ended.',
  },
};

const STATES: Readonly<Record<RehearsalState['kind'], string>> = {
  'not-started': 'Ready when you are',
  preparing: 'Getting ready',
  'waiting-for-worker': 'The worker connects',
  building: 'A build runs',
  draining: 'Shutting down gracefully',
  cancelling: 'Cancelling',
  done: 'That was a whole build',
  cancelled: 'Cancelled',
  error: 'The rehearsal could not go on',
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
    'A rehearsal: a small master on this machine gives a real build to a real worker. Nothing has to be set up, nothing leaves this machine, and nothing stays behind.',
  states: STATES,
  notStarted: 'It takes a quarter of a minute.',
  draining:
    'The running build may end first. The same is in the menu of the tray for your own workers.',
  drained: 'The build has ended, and the master lets the worker go.',
  doneAsMeant:
    'The worker connected, built, reported a failure and left in good order. Your own worker does the same for a project that you choose.',
  doneOtherwise: (step: string) =>
    `The step ${step} did not end as it was meant to. What it printed is below; the rest has been tidied up.`,
  cancelled: 'What ran was ended, and nothing is left of it.',
  start: 'Start',
  again: 'Start again',
  cancel: 'Cancel',
  /** In the tray's menu. */
  cancelIt: 'Cancel the rehearsal',
  addOwn: 'Add your own worker',
  lookOut: 'What to look out for',
  lookOuts: {
    tray: 'The icon in the tray changes its shape with what the worker does.',
    output: 'What the build prints appears here while it runs, as it does at the master.',
    failure: 'One step fails, and is meant to.',
    leaving: 'At the end the worker shuts down gracefully: the build may end first.',
  },
  steps: STEPS,
  stepsLabel: 'Steps of the build',
  results: RESULTS,
  /** A failure that was planned. */
  asMeant: 'failure, as it was meant to',
  waiting: 'waiting',
  running: 'running',
  output: (step: string) => `Output of ${step}`,
  noOutput: 'What this step prints will appear here.',
  nothingPrinted: 'This step printed nothing.',
  isUnderWay: 'A rehearsal is under way already.',
  /** Stands for the master's name in sentences about the worker. */
  master: 'the rehearsal’s master',
  /** Before the sentence of the rehearsal's worker, in the tray. */
  inTray: (sentence: string) => `Rehearsal: ${sentence}`,
  show: 'Show the rehearsal',
};
