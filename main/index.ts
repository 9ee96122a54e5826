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
    handleSignals(started);
    // Electron would show its own dialog, which holds everything up until somebody comes.
    process.on('uncaughtException', (error) => started.unexpected(error));
    process.on('unhandledRejection', (error) => started.unexpected(error));
    await started.start();
  });
}

/**
 * To be called when Electron is ready: on its way there Chromium puts its own handlers in the place of
 * Node's. A library (when-exit, of electron-store) has put its own there too, which would end the
 * process at the first signal; only without any listener does Node take the signals back.
 */
function handleSignals(running: BuildtrayApp): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => (signal === 'SIGHUP' ? running.hangUp() : void running.leave()));
  }
}

if (app.requestSingleInstanceLock()) main();
else app.exit(0);
