import { app, Notification } from 'electron';
import { DiskWatch } from '../hosting/disk-watch.ts';
import type { HostedWorkers, StatusChange } from '../hosting/hosted-workers.ts';
import { LONG_MS, LostConnectionWatch } from '../hosting/lost-connection-watch.ts';
import type { Clock } from '../lib/clock.ts';
import { showable, showableLines } from '../lib/showable.ts';
import type { Texts } from '../texts/texts.ts';
import { type Notice, noticeFrom } from './notice-from.ts';

export interface NotifierOptions {
  readonly clock: Clock;
  readonly texts: () => Texts;
  readonly workers: Pick<HostedWorkers, 'all' | 'find'>;
  readonly isWanted: () => boolean;
  /** A click on a notification. */
  readonly onClick: () => void;
}

/** Shows desktop notifications for what the user should know without looking. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #silence: LostConnectionWatch;
  readonly #disk: DiskWatch;
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

  statusChanged({ hosted, before, after }: StatusChange): void {
    const { clock, texts } = this.#options;
    this.#silence.follow(hosted.id, after);
    this.#notify(noticeFrom(before, after, hosted.name, clock.now(), texts()));
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
  }

  #lostForLong(workerId: string): void {
    const { texts, workers } = this.#options;
    const { notices, format, status } = texts();
    const hosted = workers.find(workerId);
    if (hosted === undefined) return;
    const master = hosted.master ?? status.itsMaster;
    this.#notify({
      title: notices.lostForLong(hosted.name),
      body: notices.lostForLongHelp(master, format.duration(LONG_MS)),
    });
  }

  #diskIsLow(dir: string, free: number): void {
    const { notices, format } = this.#options.texts();
    this.#notify({ title: notices.diskLow, body: notices.diskLowHelp(dir, format.bytes(free)) });
  }

  #notify(notice: Notice | undefined): void {
    if (notice !== undefined && this.#options.isWanted()) this.#show(notice);
  }

  /** Names and messages in it come from others. */
  #show({ title, body }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({
      title: showable(title),
      body: showableLines(body),
    });
    this.#shown.add(notification);
    notification.on('click', () => this.#options.onClick());
    for (const over of ['click', 'close', 'failed'] as const) {
      notification.on(over as 'close', () => this.#shown.delete(notification));
    }
    notification.show();
  }
}
