/** The oldest Node that the tools and the command line run on. */
export const MINIMUM_NODE = '22.12.0';

/**
 * @param {string} version such as `22.12.0`
 * @param {string} minimum
 */
export function nodeIsTooOld(version, minimum = MINIMUM_NODE) {
  const have = version.split('.').map(Number);
  const required = minimum.split('.').map(Number);
  for (let i = 0; i < required.length; i++) {
    const difference = (have[i] || 0) - (required[i] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
