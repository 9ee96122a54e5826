import type { Outcome } from '../../lib/outcome.ts';
import type { Statement } from '../../lib/statement.ts';

/** How the desktop is told to start the app at login. */
export interface Autostart {
  isOn(): Promise<boolean>;
  /** `isHidden`: the tray icon alone. Errors: a sentence. */
  turnOn(isHidden: boolean): Promise<Outcome<void, Statement>>;
  turnOff(): Promise<Outcome<void, Statement>>;
}

/** The words that start this app anew: the program and its arguments. */
export type StartCommand = readonly [program: string, ...args: string[]];

/** The option that shows the tray icon alone. */
export const HIDDEN_OPTION = '--hidden';
