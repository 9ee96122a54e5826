/** The frame of the window. */
export const shell = {
  navigation: 'Pages',
  worker: 'Worker',
  developmentRuntime: (version: string) =>
    `Running on Electron ${version}, which is for development and tests only.`,
  brokenPage: 'This page has failed because of a bug',
  brokenPageHelp: 'Builds are not affected. Open the page again, and please report this:',
  openAgain: 'Open the page again',
  connected: 'Your worker is connected',
  inTray:
    'Buildtray goes on in the tray when you close this window. Its icon shows the state, and brings the window back.',
  refused: 'That cannot be done now',
};
