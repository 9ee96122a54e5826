import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';
import { announcement, answers, call } from '../entries.ts';
import { type PageName, pageName } from '../pages.ts';
import { nothing, workerId } from '../shapes.ts';
import { actionSchema } from './action.ts';
import type { AppView } from './app-view.ts';
import { questionAnswerSchema, questionId } from './question.ts';

const shownPage = z.strictObject({
  page: pageName,
  /** The worker that was chosen; undefined while there is none. */
  workerId: workerId.or(z.undefined()),
});
export type ShownPage = z.infer<typeof shownPage>;

export interface RequestedPage {
  readonly page: PageName;
  readonly workerId?: string | undefined;
  /** Which build is shown on the page of builds. */
  readonly buildId?: string | undefined;
  /** Whose builds are shown there. */
  readonly builderName?: string | undefined;
  /** Which setting the page of settings begins at. */
  readonly setting?: SettingName | undefined;
}

export const appContract = {
  /** What a window shows first; `changed` announces the rest. */
  snapshot: call(nothing, answers<AppView>()),
  changed: announcement<AppView>(),
  /** The same actions as in the tray. */
  perform: call(actionSchema, answers<Outcome<void, string>>()),
  /** Something outside the window asks for one of its pages, perhaps that of a certain worker. */
  pageRequested: announcement<RequestedPage>(),
  /** A question of the view is before the user's eyes: nobody else has to ask it. */
  questionSeen: call(questionId, answers<void>()),
  answer: call(questionAnswerSchema, answers<void>()),
  /** Reports which page is shown, so that a window that is made again begins there. */
  pageShown: call(shownPage, answers<void>()),
};
