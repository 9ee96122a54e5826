/** A piece of the file's text, as `text.slice(from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
