import { workerDirectory } from '../shared.ts';

export const check = {
  help: {
    summary: 'check whether the worker of a directory can run',
    about: [
      'Prints a line each: the name of the master, its port, TLS, the protocol, the login, the directory, the free disk, the clock. The login is a real one that is left at once; a worker of that name that runs is not disturbed.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'nothing keeps it from running', failed: 'a check failed' },
  },
  titles: {
    name: 'name',
    port: 'reach',
    certificate: 'TLS',
    speaks: 'protocol',
    login: 'login',
    directory: 'directory',
    disk: 'disk',
    clock: 'clock',
  },
  states: { passed: 'ok', warned: 'warning', failed: 'failed', skipped: 'skipped' },
};
