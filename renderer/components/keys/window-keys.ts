/** The keys of the window; Ctrl is Command on a Mac. The texts say what each does. */
export const WINDOW_KEYS = {
  find: 'Ctrl+K',
  search: 'Ctrl+F',
  menu: 'Shift+F10',
  keys: 'F1',
} as const;

/** What leads to a page, by its place in the navigation from 0 on. */
export function pageKey(place: number): string {
  return `Ctrl+${place + 1}`;
}

/** What is known of a pressed key; React's events have it as the page's do. */
type Pressed = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>;

/** What was pressed, as it is written above. Undefined together with Alt, which types other characters. */
export function pressedKey(pressed: Pressed): string | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey, key, code } = pressed;
  if (altKey) return undefined;
  // A keyboard of another script has its letters, and a French one its digits, elsewhere.
  const isPlain = key.length > 1 || /[a-z0-9]/i.test(key);
  const name = isPlain ? key : code.replace(/^(Key|Digit|Numpad)/, '');
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(shiftKey ? ['Shift'] : []),
    name.length === 1 ? name.toUpperCase() : name,
  ].join('+');
}

/** For `aria-keyshortcuts`. */
export function ariaKey(key: string): string {
  return key.replace('Ctrl', isMac() ? 'Meta' : 'Control');
}

export function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
