// A build may put a named pipe, a device or an endless file wherever its user may write. What opens such
// paths stands in main/system/opening, which waits for none of them; nothing else opens a file by itself.

/** Files that open by themselves, with the reason why nobody can put something else there. */
const KNOWN = new Map([
  ['main/app/handlers/preferences.ts', "the app's own licences"],
  ['main/cli/version-text.ts', "the program's own note of its build"],
  ['main/system/descriptors/read-proc.ts', 'files of the kernel'],
  ['main/system/descriptors/spare-descriptors.ts', '/dev/null'],
  ['main/system/descriptors/with-reserve-descriptor.ts', '/dev/null'],
  ['main/system/foreign-word.ts', 'files of the kernel'],
  ['main/system/programs/registered-format.ts', 'files of the kernel'],
  ['main/system/running-process.ts', 'files of the kernel'],
  ['main/transport/unacknowledged-bytes.ts', 'files of the kernel'],
  ['main/worker/process/guardian/own-group.ts', 'files of the kernel'],
  ['main/system/directory-hold.ts', 'directories only, and files of the kernel'],
  ['main/system/writing/replace-file.ts', 'directories only'],
  ['main/basedir/upgrade/upgrade-directory.ts', 'makes a new file, or fails'],
  ['main/checks/check-directory-of.ts', 'makes a new file, or fails'],
  ['main/system/writing/temporary-file.ts', 'makes a new file, or fails'],
  ['main/worker/commands/transfer/copy-tree.ts', 'makes a new file, or fails'],
  ['main/worker/commands/transfer/write-archive.ts', 'makes a new file, or fails'],
  ['main/worker/commands/upload-directory.ts', 'what was just made in a directory of its own'],
  ['main/worker/process/spawn/pipe-pool.ts', 'pipes of its own, in a directory of its own'],
  ['main/worker/process/spawn/windows-start-of.ts', 'a new name, on Windows'],
  [
    'main/worker/commands/transfer/download-target.ts',
    'writes without waiting, to what it looks at',
  ],
  ['main/worker/commands/cpdir.ts', "Node's cp refuses pipes and sockets; not used on Linux"],
  ['main/adding/duplicate-worker.ts', "Node's cp refuses pipes and sockets"],
]);

const OPENS =
  /^(open|readFile|writeFile|appendFile|copyFile|cp|truncate|openAsBlob|create(Read|Write)Stream)(Sync)?$/;
const IMPORT = /^import (?!type )([^;]*?) from 'node:fs(?:\/promises)?';/gm;

/**
 * @param {readonly import('./source-file.mjs').SourceFile[]} files
 * @returns {readonly string[]}
 */
export function fileOpeningObjections(files, known = KNOWN) {
  const opening = files
    .filter(({ path }) => path.startsWith('main/') && !path.startsWith('main/system/opening/'))
    .flatMap(({ path, text }) => {
      const names = openersIn(text);
      return names.length === 0 ? [] : [{ path, names }];
    });
  const opened = new Set(opening.map(({ path }) => path));
  return [
    ...opening
      .filter(({ path }) => !known.has(path))
      .map(
        ({ path, names }) => `${path}: opens files by ${names.join(', ')}; see main/system/opening`,
      ),
    ...[...known.keys()]
      .filter((path) => !opened.has(path))
      .map((path) => `${path}: take it off the list in scripts/house/file-openings.mjs`),
  ];
}

/**
 * What a file imports that opens files; all of a module is among that.
 *
 * @param {string} text
 */
function openersIn(text) {
  const imported = [...text.matchAll(IMPORT)].flatMap(([, clause = '']) => namesIn(clause));
  const asked = /getBuiltinModule|(require|import)\(\s*'(node:)?fs/.exec(text)?.[0];
  return asked === undefined ? imported : [...imported, asked];
}

/** @param {string} clause what stands between `import` and `from` */
function namesIn(clause) {
  const named = /^\{([^}]*)\}$/s.exec(clause.trim())?.[1];
  if (named === undefined) return [clause];
  return named
    .split(',')
    .map((name) => name.trim().replace(/ as .*$/, ''))
    .filter((name) => OPENS.test(name));
}
