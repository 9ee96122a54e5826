/** The Electron that releases carry; see package.json. */
const RELEASED_MAJOR = 45;

/** The version of an Electron that is good for development and tests only; undefined for others. */
export function developmentRuntimeFrom(electronVersion: string): string | undefined {
  const major = Number.parseInt(electronVersion, 10);
  return major >= RELEASED_MAJOR ? undefined : electronVersion;
}
