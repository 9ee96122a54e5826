import { app, Notification } from 'electron';
import type { Texts } from '../texts/texts.ts';
import type { StatusChange } from './hosted-workers.ts';
import { type Notice, noticeFrom } from './notices.ts';

export interface NotifierOptions {
  readonly texts: () => Texts;
  readonly isWanted: () => boolean;
}

/** Tells the desktop what somebody should hear of without looking. */
export class Notifier {
  readonly #options: NotifierOptions;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  statusChanged({ hosted, before, after }: StatusChange): void {
    const { texts, isWanted } = this.#options;
    const notice = noticeFrom(before, after, hosted.name, texts().notices);
    if (notice !== undefined && isWanted()) show(notice);
  }

  /** A refusal that nobody would see elsewhere. */
  refused(sentence: string): void {
    show({ title: app.getName(), body: sentence });
  }
}

function show(notice: Notice): void {
  if (Notification.isSupported()) new Notification(notice).show();
}
