import { isDeepStrictEqual } from 'node:util';
import type { AppView } from '../contract/app/app-view.ts';
import type { Clock } from '../lib/clock.ts';
import type { Texts } from '../texts/texts.ts';
import type { AppTray } from '../tray/create-tray.ts';
import type { TrayView } from '../tray/menu-from.ts';

export interface StateDisplayOptions {
  readonly clock: Clock;
  readonly view: () => AppView;
  /** What the tray lists of the past, newest first, and how far it is with what runs. */
  readonly builds: () => Pick<TrayView, 'lastBuilds' | 'progress'>;
  readonly texts: () => Texts;
  readonly isWindowShown: () => boolean;
  readonly announce: (view: AppView) => void;
  /** How far the builds that run are, as in the tray: for the taskbar. */
  readonly showProgress: (progress: number | undefined) => void;
}

/** Sentences count in seconds. */
const LOOK_EVERY_MS = 1_000;

/** Shows the current state in tray and window; both are notified of real differences only. */
export class StateDisplay {
  readonly #options: StateDisplayOptions;
  #tray: AppTray | undefined;
  #announced: AppView | undefined;
  #isOver = false;

  constructor(options: StateDisplayOptions) {
    this.#options = options;
  }

  /** Shows now, at every `look`, and as time goes by. */
  start(tray: AppTray): void {
    this.#tray = tray;
    this.#tick();
  }

  /** Something may have changed. */
  look(): void {
    if (this.#isOver) return;
    const { view, builds, texts, isWindowShown, announce, showProgress } = this.#options;
    const now = view();
    const built = builds();
    this.#tray?.show({ ...now, ...built }, texts());
    showProgress(built.progress);
    if (!isWindowShown() || isDeepStrictEqual(now, this.#announced)) return;
    this.#announced = now;
    announce(now);
  }

  /** The window missed what was while it was hidden. */
  windowShown(): void {
    this.#announced = undefined;
    this.look();
  }

  /** The app leaves: what workers do at their end concerns nobody. */
  freeze(): void {
    this.#isOver = true;
  }

  dispose(): void {
    this.freeze();
    this.#tray?.dispose();
  }

  #tick(): void {
    if (this.#isOver) return;
    this.look();
    this.#options.clock.setTimer(LOOK_EVERY_MS, () => this.#tick());
  }
}
