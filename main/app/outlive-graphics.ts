import { app } from 'electron';

/**
 * Keeps the app, and with it the worker, alive through any number of deaths of Chromium's GPU process:
 * after six in a row Chromium would end the whole app. To be called before the app is ready.
 *
 * Without that limit Chromium does not fall back to drawing in software either. So it does so from the
 * start: drivers are what mostly crashes there, and this window needs no more.
 */
export function outliveGraphics(): void {
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
}
