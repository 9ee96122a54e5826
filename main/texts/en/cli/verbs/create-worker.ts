import { createWorkerProblem } from '../create-worker-problem.ts';

export const createWorker = {
  help: {
    summary: 'make the directory of a worker',
    about: [
      'Makes DIR with a buildbot.tac of mode 0600 and the files under info/, which the master shows to everybody. Existing files are never overwritten: if buildbot.tac differs, buildbot.tac.new is written next to it.',
      'MASTER is host[:port]; an IPv6 address goes in brackets, and the port is 9989 by default. With - as PASSWD, the password is read from standard input, which keeps it out of the shell’s history.',
    ],
    args: {
      dir: 'directory to make',
      master: 'host[:port] of the master',
      name: 'name of the worker',
      passwd: 'its password; - reads it from standard input',
    },
    options: {
      force: 'accepted for older scripts: an existing directory is reused anyway',
      relocatable: 'write a buildbot.tac that still works when the directory is moved',
      'no-logrotate': 'let the log grow without limit',
      quiet: 'print errors only',
      admin:
        "who looks after this machine, for info/admin, such as 'Ada <ada@example.org>'; default: your name and address in git",
      'munge-email': 'write addresses in info/admin as "ada at example dot org"',
      'access-uri':
        'how people the master trusts reach this machine, such as ssh://me@host, for info/access_uri; by default that file is not written',
    },
    exit: { ok: 'the directory exists', failed: 'it could not be made' },
  },
  problem: createWorkerProblem,
  /** What was done to a file or a directory, by its kind. */
  steps: {
    'made-directory': (path: string) => `made the directory ${path}`,
    'kept-directory': (path: string) => `reused the directory ${path}`,
    'made-file': (path: string) => `wrote ${path}`,
    'kept-file': (path: string) => `left ${path} as it is`,
    'made-beside': (path: string) =>
      `wrote ${path}, because the existing file differs: compare the two`,
  },
  reviewInfo: (basedir: string) =>
    `Review the files in ${basedir}/info: the master shows them to everybody.`,
  aboutAdmin:
    'info/admin is empty: write there who looks after this machine, such as Ada <ada@example.org>.',
  aboutAccessUri:
    'info/access_uri was not written: if the people who run the master may log in here, add it with the address, such as ssh://me@host.',
  configured: (basedir: string) => `worker configured in ${basedir}`,
  protocolFound: (protocol: string) => `the master speaks the protocol ${protocol}`,
  protocolNotFound: (why: string, options: readonly string[]) =>
    `The master could not be asked for its protocol. ${why} Alternatively, name it yourself: ${options.join(' or ')}.`,
};
