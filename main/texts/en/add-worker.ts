/** The page that adds a worker. */
export const addWorker = {
  title: 'Lend this machine to a Buildbot',
  intro:
    'The administrator of a Buildbot master gave you a host, a port, a name and a password. Enter them, or paste the whole create-worker line as the host.',
  host: 'Host of the master',
  port: 'Port',
  workerName: 'Worker name',
  workerNameExample: 'as the administrator gave it to you',
  password: 'Password',
  directory: 'Directory',
  directoryHelp: 'Builds run in it, and it holds the worker’s settings and log.',
  existing: 'Use an existing worker directory…',
  submit: 'Add worker and connect',
  problems: {
    host: 'Write the name of the master’s machine, such as ci.example.org.',
    port: 'A port is a number from 1 to 65535; masters mostly listen on 9989.',
    workerName: 'Write the name that the project gave your worker.',
    password: 'Write the password that the project gave you.',
    basedir: 'Write the whole path of the directory.',
    hasWorker: (basedir: string) =>
      `There is a worker in ${basedir} already: open it as it is, or choose another directory.`,
  },
};
