// What npm installs is what was reviewed: each package has its checksum, and comes from whichever registry
// npm is set to use.

/** @typedef {{ packages: Record<string, { integrity?: string, resolved?: string, link?: boolean }> }} Lock */

/**
 * @param {Lock} lock package-lock.json
 * @returns {readonly string[]}
 */
export function lockfileObjections({ packages }) {
  return Object.entries(packages).flatMap(([place, { integrity, resolved, link }]) => {
    if (place === '' || link) return [];
    return [
      ...(integrity === undefined ? [`package-lock.json: ${place} has no integrity`] : []),
      ...(resolved === undefined
        ? []
        : [`package-lock.json: ${place} names a registry (resolved)`]),
    ];
  });
}
