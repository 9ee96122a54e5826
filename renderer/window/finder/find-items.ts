/** What of something is searched. */
export interface Findable {
  readonly label: string;
  /** More words by which it is found, such as what a setting is called in its file. */
  readonly words: string;
}

/** As many as anybody looks through. */
const MOST = 50;

/**
 * What has all the words that are looked for, in any case and without regard to accents: first what
 * begins with them, then what has them in its label, then the rest, each in the order given.
 */
export function findItems<Item extends Findable>(
  items: readonly Item[],
  query: string,
): readonly Item[] {
  const wanted = plain(query.trim());
  const words = wanted.split(/\s+/);
  const found = items.flatMap((item) => {
    const label = plain(item.label);
    const rank = rankOf(label, `${label} ${plain(item.words)}`, wanted, words);
    return rank === undefined ? [] : [{ item, rank }];
  });
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}

function rankOf(
  label: string,
  all: string,
  wanted: string,
  words: readonly string[],
): number | undefined {
  if (!words.every((word) => all.includes(word))) return undefined;
  if (label.startsWith(wanted)) return 0;
  if (words.every((word) => beginsWordOf(label, word))) return 1;
  return words.every((word) => label.includes(word)) ? 2 : 3;
}

function beginsWordOf(label: string, word: string): boolean {
  return label.startsWith(word) || label.includes(` ${word}`);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
