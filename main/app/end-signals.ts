export const END_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
export type EndSignal = (typeof END_SIGNALS)[number];

/**
 * Makes one listener the only one of the signals that end a program. A library (when-exit, of
 * electron-store) puts its own there, which would end the process at the first signal.
 *
 * To be called as early as may be, and once more when Electron is ready: on its way there Chromium puts
 * its own handlers in the place of Node's, and only without any listener does Node take the signals
 * back. Chromium's let the first signal end the app in order, and the next one kill it.
 */
export function takeEndSignals(onSignal: (signal: EndSignal) => void): void {
  for (const signal of END_SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => onSignal(signal));
  }
}
