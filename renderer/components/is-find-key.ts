/** What is known of a pressed key; React's events have it as the page's do. */
type Pressed = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'key'>;

/** Ctrl+F, or Command+F. */
export function isFindKey({ ctrlKey, metaKey, key }: Pressed): boolean {
  return (ctrlKey || metaKey) && key === 'f';
}
