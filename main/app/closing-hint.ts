import type { SettingsStore } from '../settings/settings-store.ts';

export interface ClosingHintOptions {
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  /** Where the app went. */
  readonly show: () => void;
}

/** Says once where the app goes on when its window is closed: who expects it to end would look for it in vain. */
export class ClosingHint {
  readonly #options: ClosingHintOptions;

  constructor(options: ClosingHintOptions) {
    this.#options = options;
  }

  windowClosed(): void {
    const { settings, show } = this.#options;
    if (settings.current.hasSeenClosingHint) return;
    settings.change({ hasSeenClosingHint: true });
    show();
  }
}
