import type { BuildtrayApi } from '../../main/contract/api.ts';

declare global {
  interface Window {
    readonly buildtray: BuildtrayApi;
  }
}

/** Main, as the preload offers it. */
export const api = window.buildtray;
