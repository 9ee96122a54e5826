/** Ends what was begun: a subscription, a lock, a watch. Disposing of it twice does nothing. */
export interface Teardown {
  dispose(): void;
}

export function toTeardown(dispose: () => void): Teardown {
  let isDisposed = false;
  return {
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      dispose();
    },
  };
}
