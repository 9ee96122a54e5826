// A file is named after what it exports.
import path from 'node:path';

/**
 * What the name of a file's export ends in where a folder says so already: `commands/stat.ts` exports
 * `statCommand`.
 */
const ROLES = [
  'command',
  'handlers',
  'arguments',
  'contract',
  'schema',
  'texts',
  'text',
  'verb',
  'page',
  'row',
];

/** Folders whose files are named after their subject: what they export are the shapes of it. */
const SUBJECT_FOLDERS = ['main/contract/'];

const DECLARATION =
  /^export (?:abstract )?(?:async )?(function\*?|class|const|let|interface|type) (\w+)/gm;
const LIST = /^export (type )?\{([^}]*)\}/gm;

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function fileNameObjections({ path: file, text }) {
  if (!/^(main|renderer)\/.*\.tsx?$/.test(file)) return [];
  if (SUBJECT_FOLDERS.some((folder) => file.startsWith(folder))) return [];
  const stem = path.posix.basename(file).replace(/\.tsx?$/, '');
  const exported = [...declared(text), ...listed(text)];
  const main = mainOf(exported);
  if (main === undefined || exported.some(({ name }) => isNamedAfter(stem, name))) return [];
  return [`${file}: exports ${main} alone, so it is named ${kebabCase(main)}`];
}

/**
 * The only value that a file exports, or the only type when it exports no value; undefined when it
 * exports several, and is named after their subject.
 *
 * @param {readonly { name: string, isType: boolean }[]} exported
 */
function mainOf(exported) {
  const values = exported.filter(({ isType }) => !isType);
  const candidates = values.length > 0 ? values : exported;
  const names = new Set(candidates.map(({ name }) => name));
  return names.size === 1 ? [...names][0] : undefined;
}

/** @param {string} text */
function declared(text) {
  return [...text.matchAll(DECLARATION)].map(([, kind, name = '']) => ({
    name,
    isType: kind === 'interface' || kind === 'type',
  }));
}

/** @param {string} text */
function listed(text) {
  return [...text.matchAll(LIST)].flatMap(([, type, names = '']) =>
    names
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => ({
        name:
          entry
            .replace(/^type /, '')
            .split(' as ')
            .at(-1) ?? '',
        isType: type !== undefined || entry.startsWith('type '),
      })),
  );
}

/**
 * @param {string} stem
 * @param {string} name
 */
function isNamedAfter(stem, name) {
  const kebab = kebabCase(name);
  const subjects = [stem, stem.replace(/s$/, '')];
  return stem === kebab || ROLES.some((role) => subjects.includes(kebab.replace(`-${role}`, '')));
}

/** @param {string} name camelCase, PascalCase or UPPER_SNAKE */
export function kebabCase(name) {
  return name
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
