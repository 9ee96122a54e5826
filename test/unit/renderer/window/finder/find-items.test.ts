import { expect, it } from 'vitest';
import { findItems } from '../../../../../renderer/window/finder/find-items.ts';

const item = (label: string, words = '') => ({ label, words });
const labels = (query: string, ...items: ReturnType<typeof item>[]) =>
  findItems(items, query).map(({ label }) => label);

it('shows first what begins with the words, then what has them in its label', () => {
  const all = [
    item('Keep all older files', 'log'),
    item('Catalogue'),
    item('Rotation', 'log_count'),
    item('Size of the log'),
    item('Log'),
  ];
  expect(labels('log', ...all)).toEqual([
    'Log',
    'Size of the log',
    'Catalogue',
    'Keep all older files',
    'Rotation',
  ]);
});

it('wants every word, in any order and wherever it is', () => {
  const all = [item('Pause: 1 hour', 'ada-laptop'), item('Pause: 1 hour', 'ben-server')];
  expect(findItems(all, 'server pause')).toEqual([all[1]]);
  expect(findItems(all, 'server resume')).toEqual([]);
});

it('goes by neither case nor accents', () => {
  expect(labels('uberblick', item('Überblick'))).toEqual(['Überblick']);
  expect(labels('PRÉFÉRENCES', item('Preferences'))).toEqual(['Preferences']);
});

it('keeps the order of what is found alike, and shows at most fifty', () => {
  const many = Array.from({ length: 80 }, (_none, at) => item(`builder ${at}`));
  expect(findItems(many, 'builder')).toEqual(many.slice(0, 50));
});
