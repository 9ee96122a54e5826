import { quiet, reconnect, workerDirectory } from '../shared.ts';

export const hostinfo = {
  help: {
    summary: 'print or change what the project learns about this machine',
    about: [
      "Prints the files under info/, which the master's web page shows to everybody. NAME=TEXT writes one, such as admin='Ada <ada@example.org>'; with - as the text, it is read from standard input, and an empty text removes the file.",
      'The master reads them when the worker connects; with --reconnect, that is as soon as no build is running. --sent prints everything that leaves this machine at that moment, and the names of the variables that are withheld from builds and from the master.',
    ],
    args: { dir: workerDirectory, 'name=text': 'a file and its text' },
    options: {
      'fill-in': 'fill in admin and host from this machine',
      'munge-email': 'with --fill-in, write addresses as "ada at example dot org"',
      shared: 'if a file is a link, change the file it points to',
      'replace-link': 'replace a link with a file of its own',
      sent: 'print everything that is sent to the master',
      reconnect,
      quiet,
    },
    exit: {
      ok: 'it was printed or written',
      failed:
        'a file cannot be read or written, or is a link and no option states what to do with it',
    },
  },
  oneFileFromInput: 'Standard input can be read for one file only.',
  nothingThere: (infoDir: string) =>
    `There is nothing in ${infoDir}: the project sees only the worker's name.`,
  file: (name: string) => `${name}:`,
  link: (name: string, target: string) => `${name}, a link to ${target}:`,
  chooseForLink: (problem: string) => `${problem} Use --shared or --replace-link.`,
  wrote: (name: string) => `wrote ${name}`,
  removed: (name: string) => `removed ${name}`,
  readWhenConnecting: 'the master reads it when the worker connects',
  readAtNextConnection: 'the master reads it at the next connection',
  readAfterReconnect: 'the master reads it at the next connection; use --reconnect for one',
  sent: {
    toMaster: 'Sent to the master:',
    variables: 'The master and builds see these variables:',
    onlyForBuilds: (names: readonly string[]) => `Only builds see: ${names.join(', ')}`,
    kept: (names: readonly string[]) => `Kept here: ${names.join(', ')}`,
    nothingKept: 'Kept here: no variables',
  },
};
