import { app } from 'electron';
import { BuildtrayApp } from './app/app.ts';
import { declareWindowScheme } from './windows/window-scheme.ts';

/** The first start becomes the app; a later one asks it to show its window, and ends. */
function main(): void {
  declareWindowScheme();
  let running: BuildtrayApp | undefined;
  app.on('second-instance', () => running?.showWindow());
  app.on('activate', () => running?.showWindow());
  // The app stays in the tray.
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (!running) return;
    event.preventDefault();
    running.askToQuit();
  });
  void app.whenReady().then(async () => {
    const started = new BuildtrayApp({
      bundleDir: import.meta.dirname,
      isHidden: process.argv.includes('--hidden'),
    });
    running = started;
    // Not earlier: on its way to being ready Chromium puts its own handlers in the place of ours.
    process.on('SIGTERM', () => void started.leave());
    process.on('SIGINT', () => void started.leave());
    process.on('SIGHUP', () => started.hangUp());
    await started.start();
  });
}

if (app.requestSingleInstanceLock()) main();
else app.exit(0);
