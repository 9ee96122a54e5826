import { type ArgumentsOf, workerId } from './shapes.ts';

export const feedArguments: ArgumentsOf<'output'> = {
  'output.recent': workerId,
};
