import fs from 'node:fs';
import path from 'node:path';
import { ROOMS, type Room } from './rooms.ts';

/** One import statement: which file wants what, and whether only its types. */
export interface ImportEdge {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** As written in the file. */
  readonly specifier: string;
  readonly typesOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?([^;'"]*?)\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE_OR_DYNAMIC = /^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Every import of one file's text, dynamic ones included. */
export function importsIn(file: string, text: string): readonly ImportEdge[] {
  const named = [...text.matchAll(STATEMENT)].map(([, type, clause = '', specifier = '']) => ({
    file,
    specifier,
    typesOnly: type !== undefined || namesOnlyTypes(clause),
  }));
  const others = [...text.matchAll(BARE_OR_DYNAMIC)].map(([, bare, dynamic]) => ({
    file,
    specifier: bare ?? dynamic ?? '',
    typesOnly: false,
  }));
  return [...named, ...others];
}

/** `{ type A, type B }`: nothing of it is left at run time. */
function namesOnlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}\s*$/.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  const parts = names.split(',').filter((name) => name.trim() !== '');
  return parts.length > 0 && parts.every((name) => name.trim().startsWith('type '));
}

/** The sentence that says what is wrong with an import, or undefined when it may be. */
export function objectionTo({ file, specifier, typesOnly }: ImportEdge): string | undefined {
  const name = roomOf(file);
  const room = name === undefined ? undefined : ROOMS[name];
  if (name === undefined || room === undefined)
    return `${file} is in no room that test/support/rooms.ts knows`;
  const objection = specifier.startsWith('.')
    ? objectionToFile(name, room, file, specifier, typesOnly)
    : objectionToPackage(name, room, specifier, typesOnly);
  return objection && `${file} imports ${specifier}, but ${objection}`;
}

function objectionToFile(
  name: string,
  room: Room,
  file: string,
  specifier: string,
  typesOnly: boolean,
): string | undefined {
  // Style sheets and pictures belong to whoever imports them.
  if (/\.(css|svg|png)$/.test(specifier)) return undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  // The versions that package.json names: plain data.
  if (target === 'package.json') return undefined;
  const targetName = roomOf(target);
  if (targetName === name && samePage(file, target)) return undefined;
  if (targetName === undefined) return `${target} is in no room`;
  if (room.rooms.includes(targetName)) return undefined;
  if (room.types?.includes(targetName))
    return typesOnly ? undefined : `${name} may import only types of ${targetName}`;
  if (name === 'page' && targetName === 'page') return `pages do not import one another`;
  return `${name} may import ${[...room.rooms, ...(room.types ?? [])].join(', ') || 'no other room'}`;
}

function objectionToPackage(
  name: string,
  room: Room,
  specifier: string,
  typesOnly: boolean,
): string | undefined {
  if (specifier === 'electron' || specifier.startsWith('electron/'))
    return room.electron ? undefined : `${name} never touches electron: have it handed in`;
  if (!specifier.startsWith('node:') || room.node === 'any') return undefined;
  const module = specifier.slice('node:'.length);
  if (room.node === 'none')
    return typesOnly ? undefined : `${name} uses nothing of Node: it performs no I/O`;
  return room.node.includes(module)
    ? undefined
    : `${name} uses only ${room.node.join(', ')} of Node`;
}

/** The room a file belongs to, from its path relative to the project. */
export function roomOf(file: string): string | undefined {
  const [top, folder, below] = file.split('/');
  if (top === 'main') return below === undefined ? 'index' : folder;
  if (top !== 'renderer' || below === undefined) return undefined;
  return SHARED_FOLDERS.includes(folder ?? '') ? folder : 'page';
}

/** The folders of the renderer that hold no page. */
const SHARED_FOLDERS: readonly string[] = ['preload', 'look', 'components', 'window'];

/** Each page is a room of its own, though all have one row in the table. */
function samePage(file: string, target: string): boolean {
  return roomOf(file) !== 'page' || file.split('/')[1] === target.split('/')[1];
}

/** The TypeScript files below a folder of the project. */
export function sourceFiles(projectDir: string, folder: string): readonly string[] {
  return fs
    .readdirSync(path.join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mts|cts)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

/** The file that an import means, relative to the project; undefined for packages. */
function targetOf({ file, specifier }: ImportEdge): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file), specifier);
}

/**
 * Ways that lead back to where they begin, each as `a → b → a`; imports of types count.
 *
 * With `within`, what lies directly in that folder is looked at as a whole: a folder with all below it,
 * or a file.
 */
export function circlesAmong(edges: readonly ImportEdge[], within?: string): readonly string[] {
  const graph = new Map<string, Set<string>>();
  for (const edge of edges) {
    const from = placeOf(edge.file, within);
    const to = placeOf(targetOf(edge), within);
    if (from === undefined || to === undefined || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return circlesOf(graph);
}

function placeOf(file: string | undefined, within: string | undefined): string | undefined {
  if (within === undefined || file === undefined) return file;
  return file.startsWith(`${within}/`) ? file.slice(within.length + 1).split('/')[0] : undefined;
}

/** One circle for each place that closes one, found by walking on until nothing new comes. */
function circlesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const walk = (place: string, way: readonly string[]): void => {
    const closesAt = way.indexOf(place);
    if (closesAt >= 0) circles.push([...way.slice(closesAt), place].join(' → '));
    if (closesAt >= 0 || finished.has(place)) return;
    for (const next of graph.get(place) ?? []) walk(next, [...way, place]);
    finished.add(place);
  };
  for (const place of graph.keys()) walk(place, []);
  return circles;
}
