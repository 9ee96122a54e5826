/** Something that holds a resource until it is let go. Letting go twice does nothing. */
export interface Disposable {
  dispose(): void;
}

export function toDisposable(dispose: () => void): Disposable {
  let isDisposed = false;
  return {
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      dispose();
    },
  };
}
