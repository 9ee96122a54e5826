import { join } from 'node:path';
import { app, clipboard, Menu, powerMonitor, safeStorage, shell } from 'electron';
import { PendingLink } from '../adding/pending-link.ts';
import type { ContractHandlers } from '../contract/api.ts';
import type { Action } from '../contract/app/action.ts';
import type { RequestedPage } from '../contract/app/app-contract.ts';
import type { AppView } from '../contract/app/app-view.ts';
import type { LogLevel } from '../contract/log/log-level.ts';
import type { Problem } from '../contract/problem.ts';
import { thisAutostart } from '../desktop/autostart/this-autostart.ts';
import { hasTray } from '../desktop/has-tray.ts';
import { Keyring } from '../desktop/keyring.ts';
import { TrayHost } from '../desktop/tray-host.ts';
import { historyPathOf, outputDirOf } from '../history/history-path-of.ts';
import { KeptOutputs } from '../history/output/kept-outputs.ts';
import { WorkerFeeds } from '../hosting/feeds/worker-feeds.ts';
import type { HostedWorker } from '../hosting/hosted-worker.ts';
import { HostedWorkers, type StatusChange } from '../hosting/hosted-workers.ts';
import type { Question } from '../hosting/question-from.ts';
import { UserQuestions } from '../hosting/user-questions.ts';
import { WorkerHistories } from '../hosting/worker-histories.ts';
import { WorkerRequests } from '../hosting/worker-requests.ts';
import { bindContract } from '../ipc/bind-contract.ts';
import { BUILDTRAY_VERSION } from '../launch/buildtray-version.ts';
import { systemClock } from '../lib/clock.ts';
import { openSettingsFile } from '../settings/open-settings-file.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { languageFrom, type Texts, textsIn } from '../texts/texts.ts';
import { createTray } from '../tray/create-tray.ts';
import { MainWindow } from '../windows/main-window.ts';
import { serveWindowFiles } from '../windows/serve-window-files.ts';
import type { WorkerEnd } from '../worker/worker.ts';
import { Actions } from './actions.ts';
import { AppDiagnostics } from './app-diagnostics.ts';
import { AppRehearsal } from './app-rehearsal.ts';
import { appViewFrom, rehearsingFrom } from './app-view.ts';
import { askForDirectory, askForFile, askUser, askWhereToSave } from './asking/ask-user.ts';
import { WindowQuestions } from './asking/window-questions.ts';
import { ClosingHint } from './closing-hint.ts';
import { collectGarbage } from './collect-garbage.ts';
import { developmentRuntimeFrom } from './development-runtime-from.ts';
import { endAppSurely } from './end-app.ts';
import { handlersFrom } from './handlers/handlers-from.ts';
import { LogHandlers } from './handlers/log.ts';
import { licencesPathFrom } from './licences-path-from.ts';
import { Lifecycle } from './lifecycle.ts';
import { Notifier } from './notices/notifier.ts';
import { Quit } from './quit.ts';
import { StateDisplay } from './state-display.ts';

export interface AppOptions {
  /** Where `index.js` of main was bundled to. */
  readonly bundleDir: string;
  /** How the app was started; a link may be in it. */
  readonly argv: readonly string[];
  /** Starts in the tray alone. */
  readonly isHidden: boolean;
}

const WINDOW_GONE_MS = 2_000;
/** How many the tray lists. */
const LAST_BUILDS = 5;
/** What is kept of output grows old while nothing is built, too. */
const TIDY_EVERY_MS = 6 * 3_600_000;

/** The tray app: the one place that knows all its parts. To be made when Electron is ready. */
export class BuildtrayApp {
  readonly #options: AppOptions;
  readonly #clock = systemClock;
  readonly #settings = new SettingsStore(openSettingsFile(app.getPath('userData')));
  readonly #keyring = new Keyring(safeStorage, process.platform);
  readonly #texts = (): Texts => textsIn(this.#language());
  readonly #lifecycle = new Lifecycle({
    clock: this.#clock,
    exit: endAppSurely,
    warn: (warning) => this.#warn(warning),
  });
  readonly #window: MainWindow;
  readonly #feeds = new WorkerFeeds({
    clock: this.#clock,
    isWatched: () => this.#window.isShown,
    send: (channel, payload) => this.#window.send(channel, payload),
  });
  readonly #outputs = new KeptOutputs({
    dir: outputDirOf(),
    rules: () => this.#settings.current.preferences,
    warn: (warning) => this.#warn(warning),
  });
  readonly #histories = new WorkerHistories({
    pathOf: historyPathOf,
    outputs: this.#outputs,
    clock: this.#clock,
    announce: (workerId) => {
      this.#display.look();
      this.#window.send('builds.changed', workerId);
    },
    onEnded: (build) => this.#notifier.buildEnded(build),
    warn: (warning) => this.#warn(warning),
  });
  readonly #workers = new HostedWorkers({
    settings: this.#settings,
    keyring: this.#keyring,
    clock: this.#clock,
    perform: (request, hosted) => this.#requests.perform(request, hosted, 'command-line'),
    clearBuilds: (workerId) => this.#histories.clear(workerId),
    prepare: (hosted) => this.#feed(hosted),
    warn: (warning) => this.#warn(warning),
  });
  readonly #display = new StateDisplay({
    clock: this.#clock,
    view: () => this.#view(),
    builds: () => ({
      lastBuilds: this.#histories.lastEnded(LAST_BUILDS),
      progress: this.#histories.progress(this.#workers.all),
    }),
    texts: this.#texts,
    isWindowShown: () => this.#window.isShown,
    announce: (view) => this.#window.send('app.changed', view),
    showProgress: (progress) => this.#window.showProgress(progress),
  });
  readonly #notifier = new Notifier({
    clock: this.#clock,
    texts: this.#texts,
    workers: this.#workers,
    preferences: () => this.#settings.current.preferences,
    isLeaving: () => this.#lifecycle.isLeaving,
    onAction: (action) => void this.#performForTray(action),
  });
  readonly #closingHint = new ClosingHint({
    settings: this.#settings,
    show: () => this.#notifier.stillRuns(),
  });
  readonly #questions = new UserQuestions({
    clock: this.#clock,
    texts: this.#texts,
    ask: (question) => this.#ask(question),
  });
  readonly #windowQuestions = new WindowQuestions({
    clock: this.#clock,
    onChanged: () => this.#display.look(),
  });
  readonly #requests = new WorkerRequests({
    clock: this.#clock,
    questions: this.#questions,
    savePause: (workerId, until) => this.#workers.savePause(workerId, until),
  });
  readonly #quit = new Quit({
    workers: () => this.#workers.running,
    questions: this.#questions,
    leave: () => this.leave(),
  });
  readonly #rehearsal = new AppRehearsal({
    clock: this.#clock,
    parentDir: join(app.getPath('userData'), 'rehearsal'),
    isWatched: () => this.#window.isShown,
    send: (channel, payload) => this.#window.send(channel, payload),
    onWorkerChanged: () => this.#display.look(),
    warn: (warning) => this.#warn(warning),
  });
  readonly #log = new LogHandlers({
    workers: this.#workers,
    clock: this.#clock,
    texts: this.#texts,
    isWatched: () => this.#window.isShown,
    send: (channel, payload) => this.#window.send(channel, payload),
    copyText: (text) => clipboard.writeText(text),
    showFile: (path) => shell.showItemInFolder(path),
    rotate: (workerId) =>
      this.#actions.perform({ kind: 'request', workerId, request: { kind: 'rotate-log' } }),
    warn: (warning) => this.#warn(warning),
  });
  readonly #diagnostics = new AppDiagnostics({
    workers: () => this.#workers.all,
    preferences: () => this.#settings.current.preferences,
    askWhereToSave: (name) =>
      askWhereToSave(this.#window.shown, this.#texts().common.boxes.diagnostics, name),
  });
  readonly #actions: Actions;
  readonly #trayHost = new TrayHost({
    clock: this.#clock,
    isThere: () => hasTray(),
    onChanged: () => this.#trayHostChanged(),
  });
  readonly #links = new PendingLink();
  #shownPage: RequestedPage;

  constructor(options: AppOptions) {
    this.#options = options;
    // Whoever has no worker yet has come to add one.
    const page = this.#settings.current.workers.length === 0 ? 'addWorker' : 'overview';
    this.#shownPage = { page };
    this.#window = this.#makeWindow();
    this.#actions = this.#makeActions();
    this.#lifecycle.join('the window', () => this.#window.closeForGood());
    this.#lifecycle.join('the rehearsal', () => this.#rehearsal.cancel());
    this.#lifecycle.join('the workers', async () => {
      await this.#workers.close();
      await this.#histories.close();
    });
    this.#lifecycle.join('the tray', () => {
      this.#notifier.dispose();
      this.#display.dispose();
    });
    this.#workers.onStatusChanged((change) => this.#statusChanged(change));
    this.#workers.onListChanged(() => this.#display.look());
    this.#settings.onChanged(() => this.#display.look());
    this.#workers.onFinished((end) => this.#workerFinished(end));
  }

  async start(): Promise<void> {
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    serveWindowFiles(join(this.#options.bundleDir, '../renderer'));
    bindContract(this.#handlers(), (frame) => this.#window.isOurs(frame));
    const iconDir = join(app.getAppPath(), 'assets/tray');
    this.#display.start(
      createTray(iconDir, this.#texts(), (action) => void this.#performForTray(action)),
    );
    this.#listenToSystem();
    if (this.#settings.problem !== undefined) this.#warn(this.#settings.problem);
    const starting = this.#workers.startSaved();
    void this.#rehearsal.removeLeftovers();
    this.#tidyOutputs();
    if (this.#links.put(this.#options.argv)) this.showWindow({ page: 'addWorker' });
    else if (!this.#options.isHidden) this.#window.show();
    this.#notifier.start();
    await this.#trayHost.watch();
    await starting;
  }

  showWindow({ page, workerId, buildId }: Partial<RequestedPage> = {}): void {
    if (page === undefined) {
      this.#window.show();
      return;
    }
    this.#shownPage = { page, workerId: workerId ?? this.#shownPage.workerId, buildId };
    this.#window.show();
    this.#window.send('app.pageRequested', this.#shownPage);
  }

  /** Shows the page that adds a worker, with what a link brought, if one was opened. */
  openLink(argv: readonly string[]): void {
    if (!this.#links.put(argv)) {
      this.showWindow();
      return;
    }
    this.showWindow({ page: 'addWorker' });
    this.#window.send('addWorker.linkOpened', undefined);
  }

  /** A signal to end, or the end of the session: nothing is asked. */
  leave(): Promise<void> {
    this.#display.freeze();
    return this.#lifecycle.leave();
  }

  /** The terminal was closed, or somebody requests a graceful shutdown this way. */
  hangUp(): void {
    const asked = this.#workers.all.filter((hosted) => hosted.askedBySignal());
    if (asked.length === 0) void this.leave();
  }

  /** Somebody wants the app to quit; during a build the user is asked. */
  askToQuit(): void {
    if (!this.#lifecycle.isLeaving) void this.#actions.perform({ kind: 'quit' });
  }

  /** A mistake of ours: written down, and no reason to end the builds that run. */
  unexpected(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      console.error(text);
      this.#logToAll('error', `unexpected: ${text}`);
    } catch {
      // What handles errors has failed itself: to go on would report that for ever.
      void this.leave();
    }
  }

  #logToAll(level: LogLevel, text: string): void {
    if (this.#lifecycle.isLeaving) return;
    for (const hosted of this.#workers.all) hosted.log(level, 'app', text);
  }

  #makeWindow(): MainWindow {
    const { bundleDir } = this.#options;
    const window = new MainWindow({
      clock: this.#clock,
      preloadPath: join(bundleDir, '../preload/index.cjs'),
      iconPath: join(app.getAppPath(), 'assets/icon.png'),
      place: () => this.#settings.current.windowPlace,
      fragment: () => {
        const { page, workerId = '', buildId = '' } = this.#shownPage;
        return `${page}/${workerId}/${buildId}`;
      },
      onPlaceChanged: (windowPlace) => this.#settings.change({ windowPlace }),
      onClosing: () => this.#windowIsClosing(),
      onDied: (reason) => this.#logToAll('warn', `the window's page died (${reason})`),
    });
    window.onShownChanged((isShown) => {
      if (!isShown) {
        this.#windowQuestions.windowGone();
        return;
      }
      this.#display.windowShown();
      this.#feeds.shownAgain();
      this.#rehearsal.shownAgain();
    });
    window.onGone(() => {
      this.#feeds.windowGone();
      this.#rehearsal.windowGone();
      void this.#log.windowGone();
      // Electron's own objects of the window go in the turns after this.
      this.#clock.setTimer(WINDOW_GONE_MS, collectGarbage);
    });
    return window;
  }

  #makeActions(): Actions {
    return new Actions({
      requests: this.#requests,
      quit: this.#quit,
      texts: this.#texts,
      workers: () => this.#workers.all,
      showWindow: (requested) => this.showWindow(requested),
      cancelRehearsal: () => this.#rehearsal.cancel(),
    });
  }

  #handlers(): ContractHandlers {
    return handlersFrom({
      clock: this.#clock,
      workers: this.#workers,
      keyring: this.#keyring,
      texts: this.#texts,
      settings: this.#settings,
      autostart: thisAutostart(),
      licencesPath: licencesPathFrom(this.#options.bundleDir),
      questions: this.#questions,
      windowQuestions: this.#windowQuestions,
      histories: this.#histories,
      outputs: this.#outputs,
      diagnostics: this.#diagnostics,
      feeds: this.#feeds,
      rehearsal: this.#rehearsal,
      log: this.#log.handlers,
      view: () => this.#view(),
      perform: (action) => this.#actions.perform(action),
      pageShown: (shown) => {
        this.#shownPage = shown;
      },
      takeLink: () => this.#links.take(),
      clipboardText: async () => clipboard.readText(),
      askForDirectory: () =>
        askForDirectory(this.#window.shown, this.#texts().common.boxes.directory),
      askForFile: () => askForFile(this.#window.shown, this.#texts().common.boxes.authorities),
      showFile: (path) => shell.showItemInFolder(path),
      askWhereToSave: (name) =>
        askWhereToSave(this.#window.shown, this.#texts().common.boxes.output, name),
    });
  }

  #listenToSystem(): void {
    powerMonitor.on('resume', () => {
      for (const worker of this.#workers.running) worker.wake('the machine woke up');
    });
    // The system ends: builds are interrupted in order rather than killed.
    powerMonitor.on('shutdown', () => void this.leave());
  }

  /** In the window where it is shown; else, or where its page does not answer, in a box of the system. */
  async #ask<Answer extends string>(question: Question<Answer>): Promise<Answer> {
    if (this.#window.isShown) {
      this.#window.show();
      const answer = await this.#windowQuestions.ask(question);
      if (answer !== undefined) return answer;
    }
    return askUser(question, this.#window.shown);
  }

  /** What a worker prints goes to the window, and what it builds into its history. */
  async #feed(hosted: HostedWorker): Promise<void> {
    const output = this.#feeds.of(hosted.id);
    hosted.onPrinted((printed) => output.add(printed));
    await this.#histories.follow(hosted);
  }

  #tidyOutputs(): void {
    this.#outputs.tidy();
    this.#clock.setTimer(TIDY_EVERY_MS, () => this.#tidyOutputs());
  }

  #statusChanged(change: StatusChange): void {
    this.#feeds.of(change.hosted.id).follow(change.after);
    this.#notifier.statusChanged(change);
    this.#display.look();
    this.#quit.look();
  }

  /** With its one worker shut down at the user's request the app has nothing left to do. */
  #workerFinished(end: WorkerEnd): void {
    if (end.kind === 'drained' && this.#workers.all.length === 1) void this.leave();
  }

  /** A refusal that nobody would see elsewhere is shown in a notification. */
  async #performForTray(action: Action): Promise<void> {
    const outcome = await this.#actions.perform(action);
    if (outcome.ok) return;
    this.#warn(outcome.problem);
    this.#notifier.refused(outcome.problem);
  }

  /** An app with neither window nor icon would be out of reach. */
  #trayHostChanged(): void {
    if (this.#trayHost.isMissing && !this.#lifecycle.isLeaving) this.#window.show();
    this.#display.look();
  }

  #windowIsClosing(): 'stay' | 'close' {
    if (this.#lifecycle.isLeaving) return 'close';
    if (this.#trayHost.isThere) {
      this.#closingHint.windowClosed();
      return 'close';
    }
    // Where no icon could bring it back, closing the window means leaving, if the user agrees.
    this.askToQuit();
    return 'stay';
  }

  #language() {
    return languageFrom(this.#settings.current.preferences.language, app.getLocale());
  }

  #view(): AppView {
    const now = this.#clock.now();
    const about = {
      version: BUILDTRAY_VERSION,
      developmentRuntime: developmentRuntimeFrom(process.versions.electron ?? ''),
      language: this.#language(),
      preferences: this.#settings.current.preferences,
      hasTray: this.#trayHost.isThere,
      question: this.#windowQuestions.shown,
      showsTrayNotice: this.#trayHost.isMissing && !this.#settings.current.hasReadTrayNotice,
      rehearsal: rehearsingFrom(this.#rehearsal.workerStatus, now, this.#texts()),
    };
    return appViewFrom(about, this.#workers.all, now, this.#texts());
  }

  /** What has no log to go to: to whoever started the app from a terminal. */
  #warn(warning: Problem | string): void {
    console.warn(typeof warning === 'string' ? warning : this.#texts().say(warning));
  }
}
