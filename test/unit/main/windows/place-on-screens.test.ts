import { expect, it } from 'vitest';
import { placeOnScreens } from '../../../../main/windows/place-on-screens.ts';

const screen = { x: 0, y: 30, width: 1280, height: 770 };
const place = { x: 100, y: 100, width: 900, height: 600 };

it('keeps a place that is on a screen', () => {
  expect(placeOnScreens(place, [screen])).toEqual(place);
});

it('keeps a place on the second screen', () => {
  const second = { ...screen, x: 1280 };
  const there = { ...place, x: 1400 };
  expect(placeOnScreens(there, [screen, second])).toEqual(there);
});

it.each([
  ['right of every screen', { ...place, x: 1250 }],
  ['left of every screen', { ...place, x: -850 }],
  ['below', { ...place, y: 790 }],
  ['with its title above the edge', { ...place, y: 10 }],
])('gives up a place %s', (_where, lost) => {
  expect(placeOnScreens(lost, [screen])).toBeUndefined();
});

it('makes a window no larger than its screen', () => {
  expect(placeOnScreens({ ...place, width: 3000, height: 2000 }, [screen])).toMatchObject({
    width: 1280,
    height: 770,
  });
});
