import type { ContractHandlers } from '../../contract/api.ts';
import type { AppView, ShownPage } from '../../contract/app/app-view.ts';
import type { Action } from '../../contract/worker/worker-request.ts';
import type { Outcome } from '../../lib/outcome.ts';

export interface AppDelegate {
  readonly view: () => AppView;
  readonly pageShown: (shown: ShownPage) => void;
  readonly perform: (action: Action) => Promise<Outcome<void, string>>;
}

export function appHandlers(delegate: AppDelegate): ContractHandlers['app'] {
  return {
    snapshot: () => delegate.view(),
    perform: (action) => delegate.perform(action),
    pageShown: (shown) => delegate.pageShown(shown),
  };
}
