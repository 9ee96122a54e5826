import { afterEach, expect, it, vi } from 'vitest';
import {
  ariaKey,
  pageKey,
  pressedKey,
  WINDOW_KEYS,
} from '../../../../../renderer/components/keys/window-keys.ts';

const press = (key: string, code: string, held: 'ctrl' | 'meta' | 'shift' | 'alt' | '' = '') =>
  pressedKey({
    key,
    code,
    ctrlKey: held === 'ctrl',
    metaKey: held === 'meta',
    shiftKey: held === 'shift',
    altKey: held === 'alt',
  });

afterEach(() => vi.unstubAllGlobals());

it('names a key as the table does, with Ctrl or Command', () => {
  expect(press('k', 'KeyK', 'ctrl')).toBe(WINDOW_KEYS.find);
  expect(press('k', 'KeyK', 'meta')).toBe(WINDOW_KEYS.find);
  expect(press('F10', 'F10', 'shift')).toBe(WINDOW_KEYS.menu);
  expect(press('F1', 'F1')).toBe(WINDOW_KEYS.keys);
  expect(press('3', 'Digit3', 'ctrl')).toBe(pageKey(2));
});

it('is no shortcut without Ctrl, or with Alt', () => {
  expect(press('k', 'KeyK')).toBe('K');
  expect(press('k', 'KeyK', 'alt')).toBeUndefined();
});

it('goes by the letter where there is one, and by its place on other keyboards', () => {
  // Dvorak, Russian, French, and the keys for numbers.
  expect(press('k', 'KeyV', 'ctrl')).toBe('Ctrl+K');
  expect(press('л', 'KeyK', 'ctrl')).toBe('Ctrl+K');
  expect(press('&', 'Digit1', 'ctrl')).toBe('Ctrl+1');
  expect(press('1', 'Numpad1', 'ctrl')).toBe('Ctrl+1');
});

it('names the key for assistive technology as the system has it', () => {
  vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' });
  expect(ariaKey('Ctrl+K')).toBe('Control+K');
  vi.stubGlobal('navigator', { userAgent: 'Macintosh; Intel Mac OS X' });
  expect(ariaKey('Ctrl+K')).toBe('Meta+K');
});
