import { type StartOptions, start } from './start.ts';
import { type StopOptions, stop } from './stop.ts';

export type RestartOptions = StartOptions & StopOptions;

/** Stops the worker of a directory if one runs there, then starts it. Shape and errors: as `start`. */
export async function restart(dir: string, options: RestartOptions): Promise<number> {
  const status = await stop(dir, options);
  return status === 0 ? start(dir, options) : status;
}
