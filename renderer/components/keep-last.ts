/** The end of a list that must not grow for ever. */
export function keepLast<T>(items: readonly T[], most: number): readonly T[] {
  return items.length > most ? items.slice(-most) : items;
}
