import type { ContractHandlers } from '../../contract/api.ts';
import type { AppView, ShownPage } from '../../contract/app/app-view.ts';
import type { Action } from '../../contract/worker/worker-request.ts';
import { safeLinkFrom } from '../../desktop/safe-link-from.ts';
import { messageOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import type { Texts } from '../../texts/texts.ts';

export interface AppDelegate {
  readonly view: () => AppView;
  /** In the user's browser; gets addresses that were looked at. */
  readonly openLink: (url: string) => Promise<void>;
  readonly texts: () => Texts;
  readonly pageShown: (shown: ShownPage) => void;
  readonly perform: (action: Action) => Promise<Outcome<void, string>>;
}

export function appHandlers(delegate: AppDelegate): ContractHandlers['app'] {
  return {
    snapshot: () => delegate.view(),
    perform: (action) => delegate.perform(action),
    async openLink(text) {
      const url = safeLinkFrom(text);
      const { refusals } = delegate.texts();
      if (url === undefined) return failed(refusals.unsafeLink(text));
      try {
        await delegate.openLink(url);
        return succeeded(undefined);
      } catch (error) {
        return failed(refusals.noBrowser(url, messageOf(error)));
      }
    },
    pageShown: (shown) => delegate.pageShown(shown),
  };
}
