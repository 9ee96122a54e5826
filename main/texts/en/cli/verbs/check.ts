import { workerDirectory } from '../shared.ts';

export const check = {
  help: {
    summary: 'check whether the worker of a directory can run',
    about: [
      'Prints one line for each check: the name of the master, its port, TLS, the protocol, the login, the directory, the free disk space, the clock. The login is a real one, which is ended at once; a running worker of that name is not disturbed.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'nothing prevents it from running', failed: 'a check failed' },
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
