import { type ArgumentsOf, workerId } from './shapes.ts';

export const feedArguments: ArgumentsOf<'output' | 'log'> = {
  'output.recent': workerId,
  'log.recent': workerId,
};
