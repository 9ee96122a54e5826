import { DIRECTORY, GRACEFUL, NODAEMON, QUIET } from '../program/rows.ts';
import { verb } from '../program/verb.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';

/** Stops the worker of a directory if one runs there, then starts it. */
export const restart = verb({
  name: 'restart',
  args: [DIRECTORY],
  options: [NODAEMON, GRACEFUL, QUIET],
  perform: async (args, options, terminal) => {
    const status = await stop.perform(args, options, terminal);
    return status === 0 ? start.perform(args, options, terminal) : status;
  },
});
