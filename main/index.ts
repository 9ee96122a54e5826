import { app } from 'electron';
import { BuildtrayApp } from './app/app.ts';
import { declareWindowScheme } from './windows/window-scheme.ts';

/** The first start becomes the app; a later one asks it to show its window, and ends. */
function main(): void {
  declareWindowScheme();
  let running: BuildtrayApp | undefined;
  let isEnding = false;
  const end = (): void => {
    isEnding = true;
    if (running) void running.leave();
    else app.exit(0);
  };
  app.on('second-instance', () => running?.showWindow());
  app.on('activate', () => running?.showWindow());
  // The app stays in the tray.
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (!running) return;
    event.preventDefault();
    running.askToQuit();
  });
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('SIGHUP', () => (running ? running.hangUp() : end()));
  void app.whenReady().then(async () => {
    if (isEnding) return;
    running = new BuildtrayApp({
      bundleDir: import.meta.dirname,
      isHidden: process.argv.includes('--hidden'),
    });
    await running.start();
  });
}

if (app.requestSingleInstanceLock()) main();
else app.exit(0);
