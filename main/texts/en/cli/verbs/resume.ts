import { workerDirectory } from '../shared.ts';

export const resume = {
  help: {
    summary: 'end the pause of a worker',
    about: ['Also cancels a pause that waits for running builds.'],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'the worker takes builds', failed: 'no worker runs there' },
  },
  takesBuilds: 'the worker takes builds again',
};
