import { app, Notification } from 'electron';
import type { Action } from '../../contract/app/action.ts';
import type { NoticeKind } from '../../contract/notice-kind.ts';
import type { Preferences } from '../../contract/preferences-contract.ts';
import { DiskWatch } from '../../hosting/disk-watch.ts';
import type { HostedWorkers, StatusChange } from '../../hosting/hosted-workers.ts';
import { LONG_MS, LostConnectionWatch } from '../../hosting/lost-connection-watch.ts';
import type { EndedBuild } from '../../hosting/worker-histories.ts';
import type { Clock, Timer } from '../../lib/clock.ts';
import { showable, showableLines } from '../../lib/showable.ts';
import type { Texts } from '../../texts/texts.ts';
import { HeldNotices } from './held-notices.ts';
import { buildNoticeFrom, type Notice, noticeFrom } from './notice-from.ts';
import { quietUntil } from './quiet-until.ts';

export interface NotifierOptions {
  readonly clock: Clock;
  readonly texts: () => Texts;
  readonly workers: Pick<HostedWorkers, 'all' | 'find'>;
  readonly preferences: () => Pick<Preferences, 'notifications' | 'notices' | 'quietHours'>;
  /** The app ends: what its workers do by that concerns nobody. */
  readonly isLeaving: () => boolean;
  /** A click on a notification, or on its button. */
  readonly onAction: (action: Action) => void;
}

type NoticedChange = Pick<StatusChange, 'before' | 'after'> & {
  readonly hosted: Pick<StatusChange['hosted'], 'id' | 'name'>;
};

/** What is shown of a notice. */
type Shown = Pick<Notice, 'title' | 'body'> & Partial<Pick<Notice, 'opens' | 'offer'>>;

const OVERVIEW = { kind: 'open-window', page: 'overview' } as const;

/** Shows desktop notifications for what the user wants to know without looking. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #silence: LostConnectionWatch;
  readonly #disk: DiskWatch;
  readonly #held = new HeldNotices();
  /** Until quiet hours end in which something came. */
  #quiet: Timer | undefined;
  /** One that nothing holds may be collected, and then a click on it comes to nothing. */
  readonly #shown = new Set<Notification>();

  constructor(options: NotifierOptions) {
    this.#options = options;
    const { clock, workers } = options;
    this.#silence = new LostConnectionWatch(clock, (workerId) => this.#lostForLong(workerId));
    this.#disk = new DiskWatch({
      clock,
      dirs: () => workers.all.map(({ basedir }) => basedir),
      onLow: (dir, free) => this.#diskIsLow(dir, free),
    });
  }

  start(): void {
    void this.#disk.start();
  }

  statusChanged({ hosted, before, after }: NoticedChange): void {
    const { clock, texts } = this.#options;
    this.#silence.follow(hosted.id, after);
    if (after.kind === 'idle' || after.kind === 'building') this.#held.settled(hosted.id);
    this.#notify(noticeFrom(before, after, hosted, clock.now(), texts()));
  }

  buildEnded(build: EndedBuild): void {
    const { texts, workers } = this.#options;
    const hosted = workers.find(build.workerId);
    if (hosted) this.#notify(buildNoticeFrom(build, hosted.name, texts()));
  }

  /** A refusal that nobody would see elsewhere: shown even to those who turned notifications off. */
  refused(sentence: string): void {
    this.#show({ title: app.getName(), body: sentence });
  }

  /** The window is closed, and the app goes on: shown to those, too, who turned notifications off. */
  stillRuns(): void {
    const { notices } = this.#options.texts();
    this.#show({ title: notices.stillRuns, body: notices.stillRunsHelp });
  }

  dispose(): void {
    this.#disk.dispose();
    this.#quiet?.cancel();
  }

  #lostForLong(workerId: string): void {
    const { texts, workers } = this.#options;
    const { notices, format, status } = texts();
    const hosted = workers.find(workerId);
    if (hosted === undefined) return;
    const master = hosted.master ?? status.itsMaster;
    this.#notify({
      kind: 'lost',
      title: notices.lostForLong(hosted.name),
      body: notices.lostForLongHelp(master, format.duration(LONG_MS)),
      opens: { kind: 'open-window', page: 'overview', workerId },
    });
  }

  #diskIsLow(dir: string, free: number): void {
    const { notices, format } = this.#options.texts();
    const body = notices.diskLowHelp(dir, format.bytes(free));
    this.#notify({ kind: 'diskLow', title: notices.diskLow, body, opens: OVERVIEW });
  }

  #notify(notice: Notice | undefined): void {
    if (notice === undefined || !this.#isWanted(notice.kind)) return;
    const until = this.#quietUntil();
    if (until === undefined) {
      this.#show(notice);
      return;
    }
    this.#held.hold(notice);
    this.#awaitEndOfQuiet(until);
  }

  #isWanted(kind: NoticeKind): boolean {
    const { preferences, isLeaving } = this.#options;
    const { notifications, notices } = preferences();
    if (!notifications || isLeaving()) return false;
    // Whoever wants every build wants those that failed.
    const asked: readonly NoticeKind[] = kind === 'buildFailed' ? [kind, 'buildEnded'] : [kind];
    return asked.some((one) => notices.includes(one));
  }

  #quietUntil(): number | undefined {
    const { clock, preferences } = this.#options;
    return quietUntil(preferences().quietHours, clock.now());
  }

  #awaitEndOfQuiet(until: number): void {
    const { clock } = this.#options;
    this.#quiet?.cancel();
    this.#quiet = clock.setTimer(until - clock.now(), () => {
      const later = this.#quietUntil();
      if (later === undefined) this.#releaseHeld();
      else this.#awaitEndOfQuiet(later);
    });
  }

  /** Several in one: nobody wants a row of them in the morning. */
  #releaseHeld(): void {
    const { notices, format } = this.#options.texts();
    const held = this.#held.release().filter(({ kind }) => this.#isWanted(kind));
    const [only, ...others] = held;
    if (only === undefined) return;
    if (others.length === 0) this.#show(only);
    else {
      const body = held.map(({ title }) => title).join('\n');
      const title = notices.whileQuiet(format.number(held.length));
      this.#show({ title, body, opens: OVERVIEW });
    }
  }

  /** Names and messages in it come from others. */
  #show({ title, body, opens, offer }: Shown): void {
    if (!Notification.isSupported()) return;
    const { onAction, texts } = this.#options;
    const button = offer ?? (opens && { label: texts().notices.open, action: opens });
    const notification = new Notification({
      title: showable(title),
      body: showableLines(body),
      // Only some systems show it.
      ...(button && { actions: [{ type: 'button', text: button.label }] }),
    });
    this.#shown.add(notification);
    notification.on('click', () => onAction(opens ?? { kind: 'open-window' }));
    notification.on('action', () => button && onAction(button.action));
    for (const over of ['click', 'action', 'close', 'failed'] as const) {
      notification.on(over as 'close', () => this.#shown.delete(notification));
    }
    notification.show();
  }
}
