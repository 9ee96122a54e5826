// What adding one of a kind touches: the files, outside tests, that name those of the kind that are
// there. Comments do not count.
import path from 'node:path';

/** @typedef {import('../house/source-file.mjs').SourceFile} SourceFile */

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {number} limit most files that adding one may touch
 * @property {boolean} isEnforced whether a figure above the limit fails the check, or is only shown
 * @property {readonly string[]} examples what stands for the kind
 * @property {(example: string, files: readonly SourceFile[]) => readonly string[]} touched the files
 */

/**
 * The kinds, each with its limit, a file of words in each language among them. An example is one that has nothing special to it: settings that
 * only the worker reads, requests that tray, window and command line all have, a page of its own.
 *
 * @param {readonly SourceFile[]} files
 * @returns {readonly Kind[]}
 */
export function kinds(files) {
  return [
    {
      name: 'a setting that only the worker reads',
      limit: 5,
      isEnforced: true,
      examples: ['maxretries', 'maxdelay'],
      touched: settingFiles,
    },
    {
      name: 'a setting of buildtray.json',
      limit: 5,
      isEnforced: true,
      examples: ['proxyUser', 'proxyPassword'],
      touched: extraFiles,
    },
    {
      name: 'a request in tray, window and command line',
      limit: 9,
      isEnforced: true,
      examples: ['cancel-drain', 'resume'],
      touched: requestFiles,
    },
    {
      name: 'a command of the master',
      limit: 2,
      isEnforced: true,
      examples: commandNames(files),
      touched: commandFiles,
    },
    {
      name: 'a page',
      limit: 10,
      isEnforced: true,
      examples: ['hostinfo', 'preferences'],
      touched: pageFiles,
    },
  ];
}

/**
 * The program itself, without what plays the master for the rehearsal, and without comments.
 *
 * @param {readonly SourceFile[]} files
 */
export function programFiles(files) {
  return files
    .filter(({ path: file }) => /^(main|renderer)\/.*\.tsx?$/.test(file))
    .filter(({ path: file }) => !file.startsWith('main/rehearsal'))
    .map(({ path: file, text }) => ({ path: file, text: withoutComments(text) }));
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/**
 * Its name here, in buildbot.tac and on a command line.
 *
 * @param {string} setting in camelCase
 * @param {readonly SourceFile[]} files
 */
function settingFiles(setting, files) {
  const words = setting.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const names = [setting, words.replaceAll(' ', '_'), words.replaceAll(' ', '-')];
  return filesNaming(new RegExp(`(?<![\\w-])(${names.join('|')})(?![\\w-])`), files);
}

/**
 * Its name, and its key where connections are opened. A problem's sentence may recommend a setting, and
 * is no part of it.
 *
 * @param {string} setting in camelCase, its last word the key
 * @param {readonly SourceFile[]} files
 */
function extraFiles(setting, files) {
  const [, key = ''] = /([A-Z][a-z]+)$/.exec(setting) ?? [];
  const transport = files.filter(({ path: file }) => file.startsWith('main/transport/'));
  const uses = filesNaming(new RegExp(`\\.${key.toLowerCase()}\\b`), transport);
  const problems = /^main\/texts\/[^/]+\/problems\//;
  const named = settingFiles(setting, files).filter((file) => !problems.test(file));
  return [...new Set([...named, ...uses])];
}

/**
 * Its kind, and its words under a key of that name.
 *
 * @param {string} request its kind
 * @param {readonly SourceFile[]} files
 */
function requestFiles(request, files) {
  const named = filesNaming(new RegExp(`'${request}'`), files);
  return [...new Set([...named, ...textsOf(request, files)])];
}

/**
 * The catalogues' files with an entry of that name.
 *
 * @param {string} name
 * @param {readonly SourceFile[]} files
 */
function textsOf(name, files) {
  const catalogue = files.filter(({ path: file }) => /^main\/texts\/(?!.*\/cli\/)/.test(file));
  return filesNaming(new RegExp(`^\\s*('${name}'|${camelCase(name)})\\s*[,:(]`, 'm'), catalogue);
}

/**
 * The commands that have a file.
 *
 * @param {readonly SourceFile[]} files
 */
function commandNames(files) {
  return files.flatMap(({ path: file, text }) => {
    const name = path.posix.basename(file, '.ts');
    const isCommand = /^main\/worker\/commands\/[^/]+$/.test(file);
    return isCommand && new RegExp(`export const ${camelCase(name)}Command\\b`).test(text)
      ? [name]
      : [];
  });
}

/**
 * @param {string} command its file's name
 * @param {readonly SourceFile[]} files
 */
function commandFiles(command, files) {
  return filesNaming(new RegExp(`\\b${camelCase(command)}Command\\b`), files);
}

/**
 * The page's folder counts as one; besides it, what imports from it, and whatever has the page's name:
 * its subject in the contract, its handlers, its texts, and the lists in which these are named.
 *
 * @param {string} page
 * @param {readonly SourceFile[]} files
 */
function pageFiles(page, files) {
  const folder = `renderer/${page}/`;
  const named = new RegExp(
    `'${page}'|\\b${page}(Contract|Handlers|Arguments|Texts)\\b|from '\\.\\./${page}/`,
  );
  const subject = new RegExp(
    `^main/(contract|app/handlers|ipc|texts)/.*\\b${page}(-contract)?\\.ts$`,
  );
  const others = files.filter(
    ({ path: file }) => !file.startsWith(folder) && !isNoPart(file, page, files),
  );
  const outside = others.filter(({ path: file, text }) => subject.test(file) || named.test(text));
  const places = [folder, ...outside.map(({ path: file }) => file), ...textsOf(page, others)];
  return [...new Set(places)];
}

/**
 * What may have a page's name and is no part of it: a verb of the command line; the problems of the room in
 * main that has the same name, which every face shows; and what is another page's own, where the name is
 * a link to the page, or a word for something else.
 *
 * @param {string} file
 * @param {string} page
 * @param {readonly SourceFile[]} files
 */
function isNoPart(file, page, files) {
  if (/(^|\/)(cli|launch|problems)\//.test(file)) return true;
  const [, owner] =
    /^renderer\/([^/]+)\//.exec(file) ??
    /^main\/texts\/[^/]+\/([^/]+)\.ts$/.exec(file) ??
    /^main\/contract\/(?:.*\/)?([^/]+)-contract\.ts$/.exec(file) ??
    [];
  if (owner === undefined || owner === page || FRAME.includes(owner)) return false;
  return files.some(({ path: other }) => other.startsWith(`renderer/${owner}/`));
}

/** The folders of renderer that hold no page. */
const FRAME = ['components', 'preload', 'window'];

/**
 * @param {RegExp} pattern
 * @param {readonly SourceFile[]} files
 */
function filesNaming(pattern, files) {
  return files.filter(({ text }) => pattern.test(text)).map(({ path: file }) => file);
}

/** @param {string} kebab */
function camelCase(kebab) {
  return kebab.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
