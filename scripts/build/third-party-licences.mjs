const RULE = '-'.repeat(80);

/**
 * The text of THIRD-PARTY-LICENSES.txt: each package once, with its version, its licence, and the text
 * thereof where the package has one. Throws for a package that names no licence at all: it may not be passed on.
 *
 * @param {readonly import('./licence-lists.mjs').Package[]} packages
 */
export function thirdPartyLicences(packages) {
  const known = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  const sorted = [...known].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    'Buildtray contains these packages, each under its own licence.',
    ...sorted.map(([title, one]) => entryOf(title, one)),
  ].join(`\n\n${RULE}\n`);
}

/**
 * @param {string} title
 * @param {import('./licence-lists.mjs').Package} entry
 */
function entryOf(title, { identifier, text }) {
  if (identifier === undefined && text === undefined)
    throw new Error(`${title} names no licence: it must not be bundled`);
  const heading = identifier === undefined ? title : `${title} (${identifier})`;
  return `${heading}\n\n${text?.trim() ?? `The package has no text of its licence, ${identifier}.`}`;
}
