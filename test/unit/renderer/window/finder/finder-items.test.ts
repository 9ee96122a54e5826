import { describe, expect, it } from 'vitest';
import type { AppView } from '../../../../../main/contract/app/app-view.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { SETTING_NAMES } from '../../../../../main/worker-settings/settings-table.ts';
import {
  type FinderKind,
  finderItems,
} from '../../../../../renderer/window/finder/finder-items.ts';
import { BUILDING, sampleView, sampleWorker } from '../../../../window/support/samples.ts';

const NoPicture = () => null;
const PAGES = [
  { name: 'overview', isOfWorker: false },
  { name: 'log', isOfWorker: true },
].map((page) => ({ ...page, icon: NoPicture, component: NoPicture, at: 'top' })) as never;

function itemsIn(view: AppView, builtBy = {}) {
  const done: unknown[] = [];
  const note =
    (kind: string) =>
    (...what: unknown[]): never => {
      done.push([kind, ...what]);
      return undefined as never;
    };
  const items = finderItems(
    {
      view,
      texts: textsIn('en'),
      go: note('go'),
      request: note('request'),
      perform: note('perform'),
    },
    { pages: PAGES, builtBy, copy: note('copy'), showKeys: note('keys') },
  );
  const of = (kind: FinderKind) => items.filter((item) => item.kind === kind);
  const labels = (kind: FinderKind) => of(kind).map(({ label }) => label);
  return { items, of, labels, done };
}

const farm = () =>
  sampleView({
    workers: [
      sampleWorker(),
      sampleWorker({ id: 'w2', workerName: 'ben-server', status: BUILDING, builders: ['linux'] }),
    ],
  });

describe('what can be found', () => {
  it('are the pages, those of a worker only where there is one', () => {
    expect(itemsIn(sampleView()).labels('page')).toEqual(['Overview', 'Log']);
    expect(itemsIn(sampleView({ workers: [] })).labels('page')).toEqual(['Overview']);
    expect(itemsIn(sampleView()).of('page')[1]?.key).toBe('Ctrl+2');
  });

  it('are every setting of every worker, by its names too', () => {
    const { of, done } = itemsIn(farm());
    expect(of('setting')).toHaveLength(2 * SETTING_NAMES.length);
    const found = of('setting').find(
      ({ words }) => words.includes('numcpus') && words.includes('ben-server'),
    );
    found?.run();
    expect(done).toEqual([['go', 'settings', { workerId: 'w2', setting: 'numcpus' }]]);
  });

  it('are builders of now and of before, each once', () => {
    const { of, labels, done } = itemsIn(sampleView(), { w1: ['linux', 'android'] });
    expect(labels('builder')).toEqual(['android', 'docs', 'linux']);
    of('builder')[0]?.run();
    expect(done).toEqual([['go', 'builds', { workerId: 'w1', builderName: 'android' }]]);
  });

  it('are the requests that the tray has, with why they are refused', () => {
    const { of, done } = itemsIn(sampleView());
    const resume = of('action').find(({ label }) => label === 'Resume');
    expect(resume?.refusal).toBe('The worker is not paused.');
    const pause = of('action').find(({ label }) => label === 'Pause: 1 hour');
    expect(pause?.refusal).toBeUndefined();
    pause?.run();
    expect(done).toEqual([['request', 'w1', { kind: 'pause', how: 'one-hour' }]]);
  });

  it('are requests to all, where there are several and one takes it', () => {
    expect(itemsIn(sampleView()).labels('action')).not.toContain('Pause all: 1 hour');
    const { labels } = itemsIn(farm());
    expect(labels('action')).toContain('Pause all: 1 hour');
    expect(labels('action')).not.toContain('Resume all');
  });

  it('say whose they are where there are several workers', () => {
    expect(
      new Set(
        itemsIn(sampleView())
          .of('builder')
          .map(({ about }) => about),
      ),
    ).toEqual(new Set(['']));
    expect(
      itemsIn(farm())
        .of('builder')
        .map(({ about }) => about),
    ).toEqual(['ada-laptop', 'ada-laptop', 'ben-server']);
  });

  it('have ids of their own', () => {
    const ids = itemsIn(farm()).items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
