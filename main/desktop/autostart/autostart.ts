import type { Problem } from '../../contract/problem.ts';
import type { Outcome } from '../../lib/outcome.ts';

/** Starting the app at login, by whatever means the desktop has. */
export interface Autostart {
  isOn(): Promise<boolean>;
  /** `isHidden`: the tray icon alone. Errors: a sentence. */
  turnOn(isHidden: boolean): Promise<Outcome<void, Problem>>;
  turnOff(): Promise<Outcome<void, Problem>>;
}

/** The command that starts this app: the program and its arguments. */
export type StartCommand = readonly [program: string, ...args: string[]];

/** The option that shows the tray icon alone. */
export const HIDDEN_OPTION = '--hidden';
