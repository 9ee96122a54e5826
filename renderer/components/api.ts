import type { BuildtrayApi, BuildtrayFiles } from '../../main/contract/api.ts';

declare global {
  interface Window {
    readonly buildtray: BuildtrayApi;
    readonly buildtrayFiles: BuildtrayFiles;
  }
}

/** Main, as the preload offers it. */
export const api = window.buildtray;

/** Where dropped things lie. */
export const files = window.buildtrayFiles;
