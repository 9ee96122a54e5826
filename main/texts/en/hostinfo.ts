/** The page about the files under `info/`. */
export const hostinfo = {
  about:
    'What the project’s web page shows about this machine. The master reads it when the worker connects.',
  admin: 'Administrator',
  adminHelp: 'Who looks after this machine and how to reach them: a name, an email address.',
  host: 'This machine',
  hostHelp: 'What builds run on: the system, its version, processors, memory, compilers.',
  accessUri: 'Access',
  accessUriHelp:
    'How the project’s developers can log in to this machine, such as ssh://build.example.org. Leave it empty if they cannot.',
  further: 'More files',
  furtherHelp: 'Each file is sent to the master under its own name.',
  newName: 'Name of the new file',
  addFile: 'Add a file',
  removeFile: (name: string) => `Remove ${name}`,
  badName: 'A file name must not contain a slash or be one of those above.',
  shared: (path: string) => `This is a link to ${path}, which other workers may share.`,
  fillIn: 'Fill in from this machine',
  munge: 'Hide email addresses from spam bots',
  undo: 'Undo changes',
  unsaved: 'Unsaved changes.',
  linkTitle: (name: string) => `${name} is a link`,
  linkHelp: (path: string) =>
    `It leads to ${path}. Change that file for every worker that shares it, or give this worker a file of its own?`,
  changeShared: 'Change the shared file',
  replaceLink: 'Give it its own file',
  savedAway: 'The master reads it when the worker connects.',
  savedAttached: 'The master has read the old text, and reads the new one at the next connection.',
  preview: 'As the project sees it',
  previewEmpty: 'nothing',
  told: 'Everything the master receives',
  toldHelp:
    'All of this is sent when the worker connects. Apart from it, only what builds print and upload leaves this machine.',
  toldUnknown: 'This appears once the worker’s directory can be used.',
  facts: 'Facts about the worker',
  environment: (count: string) => `Environment (${count})`,
  withheld: 'Kept here',
  withheldHelp:
    'These variables look like secrets or give access to your session. Neither builds nor the master see them.',
  nothingWithheld: 'Your environment has no such variables.',
  value: 'Value',
  name: 'Name',
};
