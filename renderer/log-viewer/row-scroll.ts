/** Browsers draw nothing beyond some ten million pixels. */
const TALLEST_PX = 8_000_000;

/**
 * Where in a list of any length a scrolled pane stands. A list that is taller than a pane can be is
 * scrolled as it is in small movements, and in proportion in large ones.
 */
export class RowScroll {
  readonly #rowPx: number;
  #count = 0;
  #viewPx = 0;
  #paneTop = 0;
  /** What lies between the pane's place and that in the list. */
  #offset = 0;

  constructor(rowPx: number) {
    this.#rowPx = rowPx;
  }

  /** Height of what is inside the pane. */
  get contentPx(): number {
    return Math.min(this.#listPx, TALLEST_PX);
  }

  /** The first row in view, perhaps in part. */
  get firstRow(): number {
    return Math.max(0, Math.floor(this.#listTop / this.#rowPx));
  }

  /** The last row in view; -1 where there is none. */
  get lastRow(): number {
    return Math.min(this.#count, Math.ceil((this.#listTop + this.#viewPx) / this.#rowPx)) - 1;
  }

  get isAtEnd(): boolean {
    return this.#listTop + this.#viewPx >= this.#listPx - this.#rowPx;
  }

  /** Where in the content a row is drawn. */
  topOf(row: number): number {
    return row * this.#rowPx - this.#offset;
  }

  /** Another length or another height of the pane; what is in view stays, as far as there is any. */
  resize(count: number, viewPx: number): void {
    this.#count = count;
    this.#viewPx = viewPx;
    if (this.#listPx <= TALLEST_PX) this.#offset = 0;
  }

  /** The user has scrolled; answers where the pane must be put so that the way goes on, if anywhere. */
  scrolled(paneTop: number): number | undefined {
    const movedPx = Math.abs(paneTop - this.#paneTop);
    this.#paneTop = paneTop;
    if (this.#listPx <= TALLEST_PX) return undefined;
    if (movedPx > this.#viewPx) {
      this.#offset = paneTop * this.#stretch - paneTop;
      return undefined;
    }
    return this.#isNearEdge ? this.goTo(this.#listTop) : undefined;
  }

  /** Goes to a place in the list, in pixels; answers where to put the pane. */
  goTo(listPx: number): number {
    const listTop = Math.max(0, Math.min(listPx, this.#listPx - this.#viewPx));
    this.#paneTop = this.#listPx <= TALLEST_PX ? listTop : Math.round(listTop / this.#stretch);
    this.#offset = listTop - this.#paneTop;
    return this.#paneTop;
  }

  goToEnd(): number {
    return this.goTo(Number.POSITIVE_INFINITY);
  }

  /** Brings a row into the middle. */
  goToRow(row: number): number {
    return this.goTo((row + 0.5) * this.#rowPx - this.#viewPx / 2);
  }

  get #listPx(): number {
    return this.#count * this.#rowPx;
  }

  get #listTop(): number {
    return Math.min(this.#paneTop + this.#offset, Math.max(0, this.#listPx - this.#viewPx));
  }

  /** How much further the list goes than the pane. */
  get #stretch(): number {
    return (this.#listPx - this.#viewPx) / Math.max(1, this.contentPx - this.#viewPx);
  }

  /** The pane comes to an end before the list does, or the other way round. */
  get #isNearEdge(): boolean {
    const restAbove = this.#paneTop;
    const restBelow = this.contentPx - this.#viewPx - this.#paneTop;
    return restAbove < this.#viewPx || restBelow < this.#viewPx;
  }
}
