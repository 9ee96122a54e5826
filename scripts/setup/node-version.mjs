/** The oldest Node that the tools and the worker run on. */
export const MINIMUM_NODE = '20.18.0';

/**
 * @param {string} version such as `20.18.0`
 * @param {string} minimum
 */
export function nodeIsTooOld(version, minimum = MINIMUM_NODE) {
  const have = version.split('.').map(Number);
  const want = minimum.split('.').map(Number);
  for (let i = 0; i < want.length; i++) {
    const difference = (have[i] || 0) - (want[i] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
