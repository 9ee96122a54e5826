/** Every element's size in px, where nothing is laid out; menus would hide from an element without any. */
const SIZE = { width: 600, height: 400 } as const;

/** Gives each element of this document a place and a size, so that what measures them works. */
export function layOut(): void {
  const { width, height } = SIZE;
  const sizes = {
    clientWidth: width,
    clientHeight: height,
    offsetWidth: width,
    offsetHeight: height,
  };
  for (const [name, px] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { get: () => px });
  }
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, width, height);
}
