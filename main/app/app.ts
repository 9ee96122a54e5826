import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { app, Menu, Notification, powerMonitor, safeStorage } from 'electron';
import type { ContractHandlers, EventPayloads } from '../contract/api.ts';
import type { Action, AppView, FieldProblem, LogLine, WorkerDraft } from '../contract/contract.ts';
import type { CommandOutput, PausedUntil, WorkerStatus } from '../contract/worker-status.ts';
import { bindContract } from '../ipc/bind-contract.ts';
import { LogFeed, MAX_LOG_LINES } from '../ipc/log-feed.ts';
import { OutputFeed } from '../ipc/output-feed.ts';
import { BUILDTRAY_VERSION } from '../launch/version.ts';
import { systemClock } from '../lib/clock.ts';
import { messageOf } from '../lib/errors.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { readLogTail } from '../logging/read-log-tail.ts';
import { openSettingsFile } from '../settings/electron-store-file.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { type AppTray, createTray } from '../tray/tray.ts';
import { MainWindow } from '../windows/main-window.ts';
import { serveWindowFiles } from '../windows/window-scheme.ts';
import type { WorkerEnd } from '../worker/worker.ts';
import { Actions } from './actions.ts';
import { appViewFrom, trayViewFrom } from './app-view.ts';
import { askForDirectory, askUser } from './ask-user.ts';
import { developmentRuntimeFrom } from './development-runtime.ts';
import { makeWorker, suggestionFrom, takeOverDirectory } from './first-start.ts';
import { hasTray } from './has-tray.ts';
import { HostedWorker } from './hosted-worker.ts';
import { Keyring } from './keyring.ts';
import { Lifecycle } from './lifecycle.ts';
import { noticeFrom } from './notices.ts';

export interface AppOptions {
  /** Where `index.js` of main was bundled to. */
  readonly bundleDir: string;
  /** Starts in the tray alone. */
  readonly isHidden: boolean;
}

/** Sentences count in seconds. */
const LOOK_EVERY_MS = 1_000;

/** The tray app: the one place that knows all its parts. To be made when Electron is ready. */
export class BuildtrayApp {
  readonly #options: AppOptions;
  readonly #clock = systemClock;
  readonly #settings = new SettingsStore(openSettingsFile(app.getPath('userData')));
  readonly #keyring = new Keyring(safeStorage, process.platform);
  readonly #lifecycle: Lifecycle;
  readonly #actions: Actions;
  readonly #window: MainWindow;
  readonly #output: OutputFeed;
  readonly #log: LogFeed;
  #tray: AppTray | undefined;
  #hasTray = true;
  #hosted: HostedWorker | undefined;
  #lastStatus: WorkerStatus = { kind: 'stopped', why: undefined };
  #announcedView: AppView | undefined;

  constructor(options: AppOptions) {
    this.#options = options;
    this.#window = this.#makeWindow();
    const feed = { clock: this.#clock, isWatched: () => this.#window.isShown };
    this.#output = new OutputFeed({
      ...feed,
      announce: (output: readonly CommandOutput[]) => this.#send('output.printed', output),
    });
    this.#log = new LogFeed({
      ...feed,
      announce: (lines: readonly LogLine[]) => this.#send('log.written', lines),
    });
    this.#lifecycle = this.#makeLifecycle();
    this.#actions = this.#makeActions();
  }

  async start(): Promise<void> {
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    serveWindowFiles(join(this.#options.bundleDir, '../renderer'));
    bindContract(this.#handlers(), (frame) => this.#window.isOurs(frame));
    const assetsDir = join(app.getAppPath(), 'assets');
    this.#tray = createTray(join(assetsDir, 'tray'), (action) => void this.#performForTray(action));
    this.#listenToSystem();
    this.#tick();
    if (this.#settings.problem !== undefined) this.#warn(this.#settings.problem);
    const [saved] = this.#settings.current.workers;
    const opening = saved && this.#host(saved);
    this.#hasTray = await hasTray();
    if (!this.#options.isHidden) this.#window.show();
    await opening;
  }

  showWindow(): void {
    this.#window.show();
  }

  /** A signal to end, or the end of the session: nothing is asked. */
  leave(): Promise<void> {
    return this.#lifecycle.leave();
  }

  /** The terminal went away, or somebody wishes a graceful shutdown this way. */
  hangUp(): void {
    if (this.#hosted?.askedBySignal() !== true) void this.leave();
  }

  /** Somebody wants the app to quit; during a build the user is asked. */
  askToQuit(): void {
    if (!this.#lifecycle.isLeaving) void this.#actions.perform({ kind: 'quit' });
  }

  /** A mistake of ours: written down, and no reason to end the builds that run. */
  unexpected(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(text);
    if (!this.#lifecycle.isLeaving) this.#hosted?.log('error', 'app', `unexpected: ${text}`);
  }

  #makeWindow(): MainWindow {
    const { bundleDir } = this.#options;
    const window = new MainWindow({
      preloadPath: join(bundleDir, '../preload/index.cjs'),
      iconPath: join(app.getAppPath(), 'assets/icon.png'),
      place: this.#settings.current.windowPlace,
      onPlaceChanged: (windowPlace) => this.#settings.change({ windowPlace }),
      onClosing: () => this.#windowIsClosing(),
    });
    window.onShownChanged((isShown) => this.#shownChanged(isShown));
    window.onGone(() => {
      this.#output.windowGone();
      this.#log.windowGone();
    });
    return window;
  }

  #makeLifecycle(): Lifecycle {
    const lifecycle = new Lifecycle({
      clock: this.#clock,
      exit: (status) => app.exit(status),
      warn: (sentence) => this.#warn(sentence),
    });
    lifecycle.join('the window', () => this.#window.closeForGood());
    lifecycle.join('the worker', () => this.#hosted?.close());
    lifecycle.join('the tray', () => this.#tray?.dispose());
    return lifecycle;
  }

  #makeActions(): Actions {
    return new Actions({
      clock: this.#clock,
      hosted: () => this.#hosted,
      ask: (question) => askUser(question, this.#window.shown),
      savePause: (until) => this.#savePause(until),
      savedPause: () => this.#settings.current.workers[0]?.pausedUntil,
      showWindow: () => this.#window.show(),
      leave: () => this.leave(),
    });
  }

  #handlers(): ContractHandlers {
    return {
      app: {
        snapshot: () => this.#view(),
        perform: (action) => this.#actions.perform(action),
      },
      output: { recent: () => this.#output.ask() },
      log: { recent: () => this.#log.ask() },
      firstStart: {
        suggestion: () => suggestionFrom(this.#keyring),
        chooseDirectory: () => askForDirectory(this.#window.shown),
        addWorker: (draft) => this.#addWorker(draft),
        openDirectory: (path) => this.#openDirectory(path),
      },
    };
  }

  #listenToSystem(): void {
    powerMonitor.on('resume', () => this.#hosted?.worker?.wake('the machine woke up'));
    // The system ends: builds are interrupted in order rather than killed.
    powerMonitor.on('shutdown', () => void this.leave());
  }

  async #addWorker(draft: WorkerDraft): Promise<Outcome<void, readonly FieldProblem[]>> {
    if (this.#hosted) return failed([{ field: undefined, sentence: ONE_WORKER }]);
    const made = await makeWorker(draft, this.#keyring);
    if (!made.ok) return made;
    const hosted = await this.#adopt(made.value);
    return hosted.ok ? hosted : failed([{ field: undefined, sentence: hosted.problem }]);
  }

  async #openDirectory(path: string): Promise<Outcome<void, string>> {
    if (this.#hosted) return failed(ONE_WORKER);
    const taken = await takeOverDirectory(path);
    return taken.ok ? this.#adopt(taken.value) : taken;
  }

  /** A worker that cannot run is not kept: the form says why. */
  async #adopt(saved: SavedWorker): Promise<Outcome<void, string>> {
    const hosted = new HostedWorker(saved, this.#keyring);
    const opened = await hosted.open();
    if (!opened.ok) return opened;
    this.#settings.change({ workers: [saved] });
    this.#listenTo(hosted);
    opened.value.start();
    return succeeded(undefined);
  }

  /** The worker of an earlier start: connects, unless it was paused. */
  async #host(saved: SavedWorker): Promise<void> {
    const hosted = new HostedWorker(saved, this.#keyring);
    await this.#recallLog(hosted);
    this.#listenTo(hosted);
    const opened = await hosted.open();
    if (!opened.ok) return;
    const { pausedUntil } = saved;
    const isPaused = pausedUntil === 'resumed' || (pausedUntil ?? 0) > this.#clock.now();
    if (isPaused && pausedUntil !== undefined) await opened.value.pause(pausedUntil);
    else opened.value.start();
  }

  async #recallLog({ logPath }: HostedWorker): Promise<void> {
    try {
      for (const line of await readLogTail(logPath, MAX_LOG_LINES)) this.#log.add(line);
    } catch (error) {
      this.#warn(`Cannot read ${logPath}: ${messageOf(error)}.`);
    }
  }

  #listenTo(hosted: HostedWorker): void {
    this.#hosted = hosted;
    hosted.onStatusChanged((status) => this.#statusChanged(status));
    hosted.onPrinted((output) => this.#output.add(output));
    hosted.onLogged((line) => this.#log.add(line));
    hosted.onFinished((end) => this.#workerFinished(end));
    this.#showState();
  }

  #statusChanged(status: WorkerStatus): void {
    this.#output.follow(status);
    this.#notify(status);
    this.#keepPause(status);
    this.#showState();
  }

  /** With its one worker gone by the user's wish the app has nothing left to do. */
  #workerFinished(end: WorkerEnd): void {
    if (end.kind === 'drained') void this.leave();
  }

  #keepPause(status: WorkerStatus): void {
    if (this.#lifecycle.isLeaving) return;
    if (status.kind === 'paused') this.#savePause(status.until);
    // A stopped worker keeps a pause that it was in when it was told to shut down.
    else if (status.kind !== 'draining' && status.kind !== 'stopped') this.#savePause(undefined);
  }

  #savePause(pausedUntil: PausedUntil | undefined): void {
    const [saved] = this.#settings.current.workers;
    if (saved === undefined || saved.pausedUntil === pausedUntil) return;
    const { pausedUntil: _, ...rest } = saved;
    const changed = pausedUntil === undefined ? rest : { ...rest, pausedUntil };
    this.#settings.change({ workers: [changed] });
  }

  #notify(status: WorkerStatus): void {
    const notice = noticeFrom(this.#lastStatus, status, this.#hosted?.name ?? '');
    this.#lastStatus = status;
    if (notice === undefined || !this.#settings.current.preferences.notifications) return;
    if (Notification.isSupported()) new Notification(notice).show();
  }

  /** A refusal that nobody would see elsewhere is told in a notification. */
  async #performForTray(action: Action): Promise<void> {
    const outcome = await this.#actions.perform(action);
    if (outcome.ok) return;
    this.#warn(outcome.problem);
    if (Notification.isSupported()) {
      new Notification({ title: app.getName(), body: outcome.problem }).show();
    }
  }

  #windowIsClosing(): 'hide' | 'stay' | 'close' {
    if (this.#lifecycle.isLeaving) return 'close';
    if (this.#hasTray) return 'hide';
    // Where no icon could bring it back, closing the window means leaving, if the user agrees.
    this.askToQuit();
    return 'stay';
  }

  #shownChanged(isShown: boolean): void {
    if (!isShown) return;
    this.#announcedView = undefined;
    this.#showState();
    this.#output.shownAgain();
    this.#log.shownAgain();
  }

  #tick(): void {
    this.#showState();
    this.#clock.setTimer(LOOK_EVERY_MS, () => this.#tick());
  }

  /** Tray and window hear of real differences only. */
  #showState(): void {
    if (this.#lifecycle.isLeaving) return;
    this.#tray?.show(trayViewFrom(this.#hosted, this.#clock.now()));
    if (!this.#window.isShown) return;
    const view = this.#view();
    if (isDeepStrictEqual(view, this.#announcedView)) return;
    this.#announcedView = view;
    this.#send('app.changed', view);
  }

  #view(): AppView {
    const about = {
      version: BUILDTRAY_VERSION,
      developmentRuntime: developmentRuntimeFrom(process.versions.electron ?? ''),
    };
    return appViewFrom(about, this.#hosted, this.#clock.now());
  }

  #send<Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ): void {
    this.#window.send(channel, payload);
  }

  /** For whoever started the app in a terminal. */
  #warn(sentence: string): void {
    console.warn(sentence);
  }
}

const ONE_WORKER = 'This version of Buildtray runs one worker, and there is one already.';
