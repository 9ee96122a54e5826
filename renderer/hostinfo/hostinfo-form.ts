import type { HostinfoFile } from '../../main/contract/hostinfo/hostinfo-contract.ts';

/** The files that masters show, in the order of the page. */
export const USUAL_NAMES = ['admin', 'host', 'access_uri'] as const;

/** Texts by file name, as they are in the form: without the newline at their end. */
export type FileTexts = Readonly<Record<string, string>>;

/** The texts of a worker's files; the usual ones are there even where their file is not. */
export function textsFrom(files: readonly HostinfoFile[]): FileTexts {
  return Object.fromEntries([
    ...USUAL_NAMES.map((name) => [name, '']),
    ...files.map(({ name, text }) => [name, text.replace(/\n+$/, '')]),
  ]);
}

/** Names of the files that have to be written or removed to turn `saved` into `draft`. */
export function changedNames(saved: FileTexts, draft: FileTexts): readonly string[] {
  const names = new Set([...Object.keys(saved), ...Object.keys(draft)]);
  return [...names].filter((name) => saved[name] !== draft[name]);
}

/** What becomes of a file: its text, or undefined for none, since an empty one holds nothing. */
export function fileTextFrom(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : `${text.replace(/\n+$/, '')}\n`;
}

/** Files besides the usual ones, by name. */
export function furtherNames(texts: FileTexts): readonly string[] {
  return Object.keys(texts)
    .filter((name) => !USUAL_NAMES.some((usual) => usual === name))
    .sort();
}

/** Whether a file of this name can be added. */
export function canAdd(name: string, texts: FileTexts): boolean {
  const trimmed = name.trim();
  const isPlain = trimmed !== '' && !trimmed.startsWith('.') && !/[/\\\0]/.test(trimmed);
  return isPlain && texts[trimmed] === undefined;
}
