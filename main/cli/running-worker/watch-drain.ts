import type { ControlStatus } from '../../control/control-status.ts';
import type { Control } from './find-worker.ts';

/** How the drain of a worker ended: it has stopped, or it accepts builds again. */
export type DrainEnd = 'stopped' | 'cancelled';

/**
 * Waits for the end of a drain, or of the connection: the worker's process has ended then.
 *
 * `onStatus` is called with each status on the way.
 */
export function watchDrain(
  control: Pick<Control, 'watch' | 'closed'>,
  onStatus: (status: ControlStatus) => void,
): Promise<DrainEnd> {
  let hasDrained = false;
  const ended = new Promise<DrainEnd>((resolve) => {
    const look = (status: ControlStatus): void => {
      const { kind } = status.status;
      onStatus(status);
      if (kind === 'stopped') resolve('stopped');
      else if (hasDrained && (kind === 'idle' || kind === 'building')) resolve('cancelled');
      hasDrained ||= kind === 'draining';
    };
    void control.watch(look);
  });
  return Promise.race([ended, control.closed.then(() => 'stopped' as const)]);
}
