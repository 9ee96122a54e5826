import { IconCopy } from '@tabler/icons-react';
import { offersForAll } from '../../../main/contract/worker/offers-for-all.ts';
import { type Offer, offersIn } from '../../../main/contract/worker/request-rules.ts';
import type { WorkerRequest } from '../../../main/contract/worker/worker-request.ts';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { SETTING_NAMES, wordOf } from '../../../main/worker-settings/settings-table.ts';
import type { App } from '../../components/app-context.tsx';
import type { Icon } from '../../components/icon.ts';
import { pageKey, WINDOW_KEYS } from '../../components/keys/window-keys.ts';
import { copiesOf } from '../../components/menu/copies-of.ts';
import { REQUEST_ICONS } from '../../components/menu/request-icons.ts';
import type { PageEntry } from '../pages.ts';
import type { Findable } from './find-items.ts';

export type FinderKind = 'page' | 'worker' | 'action' | 'setting' | 'builder';

/** Something that can be found, and what choosing it does. */
export interface FinderItem extends Findable {
  readonly id: string;
  readonly kind: FinderKind;
  /** Its own, where it has one. */
  readonly icon?: Icon;
  /** Smaller, beside its label: whose it is, or what else it is called. */
  readonly about: string;
  readonly key?: string;
  /** Why it cannot be done now; undefined where it can. */
  readonly refusal?: string | undefined;
  readonly run: () => void;
}

type Draft = Omit<FinderItem, 'words' | 'id' | 'kind'> & { readonly words?: string };

/** What the items need besides the app. */
export interface FinderNeeds {
  /** In the order of the navigation. */
  readonly pages: readonly PageEntry[];
  /** The builders of each worker's history, by its id. */
  readonly builtBy: Readonly<Record<string, readonly string[]>>;
  readonly copy: (text: string) => void;
  readonly showKeys: () => void;
}

type FinderApp = Pick<App, 'view' | 'texts' | 'go' | 'request' | 'perform'>;

/** Everything that can be found: pages, actions, workers, settings and builders, in that order. */
export function finderItems(app: FinderApp, needs: FinderNeeds): readonly FinderItem[] {
  const { workers } = app.view;
  const of = (kind: FinderKind, drafts: readonly Draft[]): readonly FinderItem[] =>
    drafts.map(({ words = '', ...draft }, at) => ({
      ...draft,
      kind,
      id: `${kind}-${at}`,
      words: `${draft.about} ${words} ${app.texts.shell.finder.kinds[kind]}`,
    }));
  const actions = [
    ...workers.flatMap((worker) => actionsOf(worker, app, needs)),
    ...(workers.length > 1 ? actionsForAll(app) : []),
    ...actionsOfApp(app, needs),
  ];
  const settings = workers.flatMap((worker) => settingsOf(worker, app));
  const builders = workers.flatMap((worker) => buildersOf(worker, app, needs));
  return [
    ...of('page', pagesOf(app, needs)),
    ...of('action', actions),
    ...of('worker', workersOf(app)),
    ...of('setting', settings),
    ...of('builder', builders),
  ];
}

function pagesOf({ view, texts, go }: FinderApp, { pages }: FinderNeeds): readonly Draft[] {
  return pages.flatMap(({ name, icon, isOfWorker }, place) =>
    isOfWorker && view.workers.length === 0
      ? []
      : [{ label: texts[name].title, icon, about: '', key: pageKey(place), run: () => go(name) }],
  );
}

function workersOf({ view, go }: FinderApp): readonly Draft[] {
  return view.workers.map(({ id, workerName, master = '', basedir }) => ({
    label: workerName,
    about: master,
    words: basedir,
    run: () => go('overview', { workerId: id }),
  }));
}

function settingsOf(worker: WorkerView, app: FinderApp): readonly Draft[] {
  const { fields } = app.texts.settings;
  return SETTING_NAMES.map((setting) => ({
    label: fields[setting].label,
    about: [wordOf(setting), ...nameAmong(worker, app)].join(' · '),
    words: setting,
    run: () => app.go('settings', { workerId: worker.id, setting }),
  }));
}

/** Those that the master assigns now, and those that have built here before. */
function buildersOf(
  worker: WorkerView,
  app: FinderApp,
  { builtBy }: FinderNeeds,
): readonly Draft[] {
  return [...new Set([...worker.builders, ...(builtBy[worker.id] ?? [])])]
    .sort()
    .map((builderName) => ({
      label: builderName,
      about: nameAmong(worker, app).join(),
      run: () => app.go('builds', { workerId: worker.id, builderName }),
    }));
}

/** What the tray's menu has for a worker, and what of it is often copied. */
function actionsOf(worker: WorkerView, app: FinderApp, { copy }: FinderNeeds): readonly Draft[] {
  const { texts, request } = app;
  const about = nameAmong(worker, app).join();
  const asked = (label: string, { label: of, refusal }: Offer, wanted: WorkerRequest): Draft => ({
    label,
    about,
    icon: REQUEST_ICONS[of],
    refusal: refusal && texts.refusals.now[refusal],
    run: () => void request(worker.id, wanted),
  });
  const offers = offersIn(worker.status, 'tray').flatMap((offer) => {
    const label = texts.tray.requests[offer.label];
    if ('request' in offer) return [asked(label, offer, offer.request)];
    return offer.choices.map((choice) =>
      asked(
        texts.shell.finder.choice(label, texts.tray.pauses[choice.label]),
        offer,
        choice.request,
      ),
    );
  });
  const copies = copiesOf(worker, texts).map(({ what, text }) => ({
    label: texts.common.copyThis(what),
    icon: IconCopy,
    about: [text, about].filter((part) => part !== '').join(' · '),
    run: () => copy(text),
  }));
  return [...offers, ...copies];
}

/** What the tray's menu has for all workers, as far as one of them takes it. */
function actionsForAll({ view, texts, perform }: FinderApp): readonly Draft[] {
  const { tray, shell } = texts;
  const forAll = (label: string, request: WorkerRequest): Draft => {
    return { label, about: '', run: () => void perform({ kind: 'request-all', request }) };
  };
  return offersForAll(view.workers.map(({ status }) => status))
    .filter(({ isAllowed }) => isAllowed)
    .flatMap((offer) => {
      const label = tray[offer.label];
      if ('request' in offer) return [forAll(label, offer.request)];
      return offer.choices.map((choice) =>
        forAll(shell.finder.choice(label, tray.pauses[choice.label]), choice.request),
      );
    });
}

function actionsOfApp(
  { texts, perform, view }: FinderApp,
  { showKeys }: FinderNeeds,
): readonly Draft[] {
  return [
    ...(view.rehearsal === undefined
      ? []
      : [
          {
            label: texts.rehearsal.cancelIt,
            about: '',
            run: () => void perform({ kind: 'cancel-rehearsal' }),
          },
        ]),
    { label: texts.shell.keys.title, about: '', key: WINDOW_KEYS.keys, run: showKeys },
    { label: texts.tray.quit, about: '', run: () => void perform({ kind: 'quit' }) },
  ];
}

/** Its name, where there are others. */
function nameAmong({ workerName }: WorkerView, { view }: FinderApp): readonly string[] {
  return view.workers.length > 1 ? [workerName] : [];
}
