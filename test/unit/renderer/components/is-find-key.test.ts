import { expect, it } from 'vitest';
import { isFindKey } from '../../../../renderer/components/is-find-key.ts';

it.each([
  [{ ctrlKey: true, metaKey: false, key: 'f' }, true],
  [{ ctrlKey: false, metaKey: true, key: 'f' }, true],
  [{ ctrlKey: false, metaKey: false, key: 'f' }, false],
  [{ ctrlKey: true, metaKey: false, key: 'g' }, false],
])('%j looks for something: %s', (pressed, expected) => {
  expect(isFindKey(pressed)).toBe(expected);
});
