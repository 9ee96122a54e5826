import { workerDirectory } from '../shared.ts';

export const cancel = {
  help: {
    summary: 'cancel a graceful stop or a pause that still waits for builds',
    about: [
      'The worker attaches again as soon as nothing runs, since only then the master gives builds again.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'the worker goes on', failed: 'no worker runs there' },
  },
  goesOn: 'the worker goes on taking builds',
};
