import type { ContractHandlers } from '../../contract/api.ts';
import type { Action } from '../../contract/app/action.ts';
import type { ShownPage } from '../../contract/app/app-contract.ts';
import type { AppView } from '../../contract/app/app-view.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { WindowQuestions } from '../asking/window-questions.ts';

export interface AppDelegate {
  readonly view: () => AppView;
  readonly pageShown: (shown: ShownPage) => void;
  readonly windowQuestions: Pick<WindowQuestions, 'seen' | 'answer'>;
  readonly perform: (action: Action) => Promise<Outcome<void, string>>;
}

export function appHandlers(delegate: AppDelegate): ContractHandlers['app'] {
  return {
    snapshot: () => delegate.view(),
    perform: (action) => delegate.perform(action),
    pageShown: (shown) => delegate.pageShown(shown),
    questionSeen: (questionId) => delegate.windowQuestions.seen(questionId),
    answer: (answer) => delegate.windowQuestions.answer(answer),
  };
}
