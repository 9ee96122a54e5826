import { app } from 'electron';
import { LINK_SCHEME } from './adding/pending-link.ts';
import { BuildtrayApp } from './app/buildtray-app.ts';
import { endApp } from './app/end-app.ts';
import { takeEndSignals } from './app/end-signals.ts';
import { outliveGraphics } from './app/outlive-graphics.ts';
import { outliveOutput } from './app/outlive-output.ts';
import { declareWindowScheme } from './windows/serve-window-files.ts';

/** The first start becomes the app; a later one asks it to show its window, and ends. */
function main(): void {
  declareWindowScheme();
  outliveGraphics();
  let running: BuildtrayApp | undefined;
  let isOver = false;
  app.on('second-instance', (_event, argv) => running?.openLink(argv));
  // How macOS brings a link, perhaps before the app is ready.
  const early: string[] = [];
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (running) running.openLink([url]);
    else early.push(url);
  });
  // A tree of sources has no business among the desktop's programs.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app.on('activate', () => running?.showWindow());
  // The app stays in the tray.
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    isOver = running === undefined;
    if (!running) return;
    event.preventDefault();
    running.askToQuit();
  });
  void app.whenReady().then(async () => {
    if (isOver) return;
    const started = new BuildtrayApp({
      bundleDir: import.meta.dirname,
      argv: [...process.argv, ...early],
      isHidden: process.argv.includes('--hidden'),
    });
    running = started;
    takeEndSignals((signal) => (signal === 'SIGHUP' ? started.hangUp() : void started.leave()));
    // Electron would show its own dialog, which holds everything up until somebody comes.
    process.on('uncaughtException', (error) => started.unexpected(error));
    process.on('unhandledRejection', (error) => started.unexpected(error));
    await started.start();
  });
}

outliveOutput();
// As long as nothing has begun, nothing has to be brought to an end.
takeEndSignals(() => endApp(0));
if (app.requestSingleInstanceLock()) main();
else app.exit(0);
