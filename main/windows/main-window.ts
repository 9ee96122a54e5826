import { app, BrowserWindow, screen, type WebFrameMain } from 'electron';
import { channelsArgument } from '../contract/channels.ts';
import { contract } from '../contract/contract.ts';
import type { Clock, Timer } from '../lib/clock.ts';
import { Emitter } from '../lib/emitter.ts';
import { denyEverythingElse } from './deny-everything-else.ts';
import { PageDeaths } from './page-deaths.ts';
import { DEFAULT_SIZE, placeOnScreens, type Rectangle, SMALLEST_SIZE } from './place-on-screens.ts';
import { isWindowUrl, WINDOW_URL } from './serve-window-files.ts';

export interface SavedPlace extends Rectangle {
  readonly isMaximized: boolean;
}

export interface MainWindowOptions {
  readonly clock: Clock;
  readonly preloadPath: string;
  readonly iconPath: string;
  /** Where it was last. */
  readonly place: () => SavedPlace | undefined;
  readonly onPlaceChanged: (place: SavedPlace) => void;
  /** The part of the address after #, by which a new page returns to where the last one was. */
  readonly fragment: () => string;
  /** The user closes the window; answers what becomes of it. */
  readonly onClosing: () => 'stay' | 'close';
  /** The process of its page has died, for this reason in Electron's words; the window comes back by itself. */
  readonly onDied: (reason: string) => void;
}

/** Takes the bar away. */
const NO_PROGRESS = -1;

/** The one window: made when it is wanted; closing it gives its memory back. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  readonly #deaths: PageDeaths;
  readonly #shownChanged = new Emitter<boolean>();
  readonly #gone = new Emitter<void>();
  #window: BrowserWindow | undefined;
  #isClosingForGood = false;
  #progress = NO_PROGRESS;
  /** Runs from the death of the page until the window is made again. */
  #return: Timer | undefined;

  constructor(options: MainWindowOptions) {
    this.#options = options;
    this.#deaths = new PageDeaths(options.clock);
  }

  /** Whether somebody may look at it. */
  get isShown(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized();
  }

  /** The window to which a dialog belongs; undefined when none is shown. */
  get shown(): BrowserWindow | undefined {
    return this.isShown ? this.#window : undefined;
  }

  onShownChanged(listener: (isShown: boolean) => void): void {
    this.#shownChanged.on(listener);
  }

  /** Its page is no more; the next `show` makes a new one. */
  onGone(listener: () => void): void {
    this.#gone.on(listener);
  }

  /** Brings it before the user's eyes. */
  show(): void {
    if (this.#window === undefined) {
      this.#return?.cancel();
      this.#window = this.#make((window) => window.show());
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  send(channel: string, payload: unknown): void {
    if (this.isShown) this.#window?.webContents.send(channel, payload);
  }

  /** In its entry of the taskbar, from 0 to 1; undefined for none. */
  showProgress(progress: number | undefined): void {
    // Each goes to the desktop: no more of them than can be seen.
    const shown = progress === undefined ? NO_PROGRESS : Math.round(progress * 100) / 100;
    if (shown === this.#progress) return;
    this.#progress = shown;
    this.#window?.setProgressBar(shown);
  }

  /** Whether a call comes from this window's own page. */
  isOurs(frame: WebFrameMain | null): boolean {
    if (frame === null || this.#window === undefined || this.#window.isDestroyed()) return false;
    const { mainFrame } = this.#window.webContents;
    const isMainFrame =
      frame.processId === mainFrame.processId && frame.routingId === mainFrame.routingId;
    return isMainFrame && isWindowUrl(frame.url);
  }

  closeForGood(): void {
    this.#isClosingForGood = true;
    this.#return?.cancel();
    this.#window?.destroy();
  }

  /** `bring` shows it, once its page is ready. */
  #make(bring: (window: BrowserWindow) => void): BrowserWindow {
    const { preloadPath, iconPath, fragment } = this.#options;
    const place = this.#options.place();
    const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = new BrowserWindow({
      ...DEFAULT_SIZE,
      ...placeOnScreens(place, workAreas),
      minWidth: SMALLEST_SIZE.width,
      minHeight: SMALLEST_SIZE.height,
      show: false,
      title: app.getName(),
      icon: iconPath,
      autoHideMenuBar: true,
      webPreferences: {
        preload: preloadPath,
        additionalArguments: [channelsArgument(contract)],
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    denyEverythingElse(window.webContents);
    window.once('ready-to-show', () => {
      if (place?.isMaximized === true) window.maximize();
      bring(window);
      if (this.#progress !== NO_PROGRESS) window.setProgressBar(this.#progress);
    });
    this.#listen(window);
    void window.loadURL(`${WINDOW_URL}#${encodeURI(fragment())}`);
    return window;
  }

  #listen(window: BrowserWindow): void {
    const shownChanged = (): void => this.#shownChanged.emit(this.isShown);
    window.on('show', shownChanged);
    window.on('hide', shownChanged);
    window.on('minimize', shownChanged);
    window.on('restore', shownChanged);
    window.on('close', (event) => {
      this.#rememberPlace(window);
      const fate = this.#isClosingForGood ? 'close' : this.#options.onClosing();
      if (fate === 'stay') event.preventDefault();
    });
    window.on('closed', () => {
      this.#window = undefined;
      this.#shownChanged.emit(false);
      this.#gone.emit();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (window.isDestroyed()) return;
      this.#rememberPlace(window);
      // A page that died would stay blank.
      window.destroy();
      if (this.#isClosingForGood) return;
      this.#options.onDied(reason);
      this.#comeBack();
    });
  }

  /** Nobody asked for it now: it takes the place that it had, and no focus. */
  #comeBack(): void {
    this.#return?.cancel();
    this.#return = this.#options.clock.setTimer(this.#deaths.pauseAfterNext(), () => {
      this.#window ??= this.#make((window) => window.showInactive());
    });
  }

  #rememberPlace(window: BrowserWindow): void {
    if (window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    this.#options.onPlaceChanged({ x, y, width, height, isMaximized: window.isMaximized() });
  }
}
