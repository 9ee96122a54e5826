import type { App } from 'electron';
import type { Problem } from '../../contract/problem.ts';
import { type Outcome, succeeded } from '../../lib/outcome.ts';
import { type Autostart, HIDDEN_OPTION } from './autostart.ts';

/** Login items of macOS and Windows, by Electron. Untested: we have had neither system at hand. */
export class ElectronAutostart implements Autostart {
  readonly #app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

  constructor(app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>) {
    this.#app = app;
  }

  async isOn(): Promise<boolean> {
    // Windows finds an entry only when it is asked with the same arguments.
    const args = [[HIDDEN_OPTION], []];
    return args.some((words) => this.#app.getLoginItemSettings({ args: words }).openAtLogin);
  }

  async turnOn(isHidden: boolean): Promise<Outcome<void, Problem>> {
    const args = isHidden ? [HIDDEN_OPTION] : [];
    this.#app.setLoginItemSettings({ openAtLogin: true, args });
    return succeeded(undefined);
  }

  async turnOff(): Promise<Outcome<void, Problem>> {
    this.#app.setLoginItemSettings({ openAtLogin: false });
    return succeeded(undefined);
  }
}
