import { notifications } from '@mantine/notifications';
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Action } from '../../main/contract/app/action.ts';
import type { RequestedPage } from '../../main/contract/app/app-contract.ts';
import type { AppView } from '../../main/contract/app/app-view.ts';
import type { PageName } from '../../main/contract/pages.ts';
import type { WorkerId } from '../../main/contract/shapes.ts';
import type { WorkerRequest } from '../../main/contract/worker/worker-request.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { type Texts, textsIn } from '../../main/texts/texts.ts';
import { api } from './api.ts';

/** What every page has to hand. */
export interface App {
  readonly view: AppView;
  readonly texts: Texts;
  /** The worker that was chosen in the navigation; undefined while there is none. */
  readonly worker: WorkerView | undefined;
  readonly chooseWorker: (workerId: string) => void;
  /** Opens a page, of this worker and with this build where they are given. */
  readonly go: (page: PageName, what?: App['requested']) => void;
  /** What was asked for with the page that is shown; another object each time. */
  readonly requested: Omit<RequestedPage, 'page'>;
  /** Reports a refusal to the user; answers whether it was done. */
  readonly perform: (action: Action) => Promise<boolean>;
  /** The same for a request to a worker. */
  readonly request: (workerId: WorkerId, request: WorkerRequest) => Promise<boolean>;
}

const AppContext = createContext<App | undefined>(undefined);
/** Apart, since words change far less often than what they are about. */
const TextsContext = createContext<Texts | undefined>(undefined);

type AppProviderProps = Omit<App, 'texts' | 'perform' | 'request'> & {
  readonly children: ReactNode;
};

export function AppProvider({ children, ...shared }: AppProviderProps) {
  const { view, worker, requested, chooseWorker, go } = shared;
  const app = useMemo((): App => {
    const texts = textsIn(view.language);
    const perform = async (action: Action): Promise<boolean> => {
      const outcome = await api.app.perform(action);
      if (!outcome.ok) reportRefusal(texts, outcome.problem);
      return outcome.ok;
    };
    const request = (workerId: WorkerId, asked: WorkerRequest): Promise<boolean> =>
      perform({ kind: 'request', workerId, request: asked });
    return { view, texts, worker, requested, chooseWorker, go, perform, request };
  }, [view, worker, requested, chooseWorker, go]);
  return (
    <AppContext value={app}>
      <TextsContext value={app.texts}>{children}</TextsContext>
    </AppContext>
  );
}

/** Everything that pages share; changes at each change of the view. */
export function useApp(): App {
  const app = use(AppContext);
  if (app === undefined) throw new Error('useApp outside of AppProvider');
  return app;
}

/** The words of the user's language; whoever uses nothing else is drawn again only with another one. */
export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (texts === undefined) throw new Error('useTexts outside of AppProvider');
  return texts;
}

/** Says in a corner of the window what cannot be done, and why. */
export function reportRefusal(texts: Texts, sentence: string): void {
  notifications.show({
    color: 'orange',
    title: texts.shell.refused,
    message: sentence,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': texts.common.close },
  });
}
