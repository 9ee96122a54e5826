// biome-ignore lint/suspicious/noControlCharactersInRegex: sequences begin with the escape character
const SEQUENCES = /\u001b(?:\[[\d;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** A text without the sequences that colour it. */
export function plainText(text: string): string {
  return text.includes('\u001b') ? text.replaceAll(SEQUENCES, '') : text;
}
