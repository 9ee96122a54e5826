import { type LaunchedWorker, launchWorker } from '../launch/launched-worker.ts';
import { RunError } from './usage-error.ts';

export interface StartOptions {
  readonly nodaemon?: boolean;
}

/**
 * Runs the worker of a directory until it leaves or is told to.
 *
 * Shape:  the exit status: 0 after a signal or a graceful shutdown, 1 when it gave up.
 * Errors: RunError when no worker can run there.
 */
export async function start(dir: string, { nodaemon }: StartOptions): Promise<number> {
  if (!nodaemon) {
    throw new RunError(
      'start cannot go to the background yet: add --nodaemon, and let a service manager keep it.',
    );
  }
  const launched = await launchWorker({ dir, echo: (line) => console.log(line) });
  if (!launched.ok) throw new RunError(launched.problem);
  const { umask } = launched.value.config;
  // The log's too: this process runs one worker.
  if (umask !== undefined) process.umask(umask);
  const status = await runToItsEnd(launched.value);
  await launched.value.close();
  return status;
}

function runToItsEnd(launched: LaunchedWorker): Promise<number> {
  return new Promise((resolve) => {
    launched.worker.onFinished((end) => resolve(end.kind === 'gave-up' ? 1 : 0));
    let signals = 0;
    const leave = (signal: NodeJS.Signals): void => {
      signals += 1;
      // Whoever asks again does not want to wait for anything.
      if (signals > 1) process.exit(1);
      launched.logger.log('info', 'worker', `leaves: ${signal}`);
      resolve(0);
    };
    process.on('SIGTERM', leave);
    process.on('SIGINT', leave);
    process.on('SIGHUP', (signal) => {
      if (!launched.askedBySignal()) leave(signal);
    });
    launched.worker.start();
  });
}
