import { version } from '../../package.json';

/** Buildtray's own version. */
export const BUILDTRAY_VERSION: string = version;
