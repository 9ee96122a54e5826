import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { TacLiteral } from './literal-from.ts';
import type { Surroundings } from './surroundings.ts';

/** What a function makes of its arguments; undefined where Python would raise an error. */
export type KnownFunction = (values: readonly TacLiteral[]) => TacLiteral | undefined;

/** The function of a full name, of the few that are understood. Paths are those of the file's folder. */
export function knownFunction(
  name: string,
  surroundings: Surroundings | undefined,
): KnownFunction | undefined {
  switch (name) {
    case 'int':
      return ofOne(integerFrom);
    case 'str':
      return ofOne((value) =>
        typeof value === 'string' || Number.isInteger(value) ? `${value}` : undefined,
      );
    case 'bool':
      return ofOne(Boolean);
    case 'os.path.join':
      return ofTexts((first, ...more) => more.reduce(joined, first));
    case 'os.path.dirname':
      return ofTexts((path, ...more) =>
        more.length > 0 ? undefined : withoutDot(dirname(path), path),
      );
    case 'os.path.basename':
      return ofTexts((path, ...more) =>
        more.length > 0 || path.endsWith('/') ? undefined : basename(path),
      );
    default:
      return surroundings && placeFunction(name, surroundings);
  }
}

/** Of those that need to know where the file is, and whose. */
function placeFunction(name: string, { home, tacPath }: Surroundings): KnownFunction | undefined {
  switch (name) {
    // Links are followed where the path is used.
    case 'os.path.abspath':
    case 'os.path.realpath':
    case 'os.path.normpath':
      return ofTexts((path, ...more) =>
        more.length > 0 ? undefined : resolve(dirname(tacPath), path),
      );
    case 'os.path.expanduser':
      return ofTexts((path, ...more) => {
        if (more.length > 0 || /^~[^/]/.test(path)) return undefined;
        return path.replace(/^~(?=\/|$)/, home);
      });
    default:
      return undefined;
  }
}

/** The method of a text, whose first argument is the text itself. */
export function knownMethod(name: string): KnownFunction | undefined {
  const change = METHODS.get(name);
  return change && ofTexts((text, ...more) => (more.length > 0 ? undefined : change(text)));
}

const METHODS = new Map<string, (text: string) => string>([
  ['strip', (text) => text.trim()],
  ['lstrip', (text) => text.trimStart()],
  ['rstrip', (text) => text.trimEnd()],
  ['lower', (text) => text.toLowerCase()],
  ['upper', (text) => text.toUpperCase()],
]);

function ofOne(work: (value: TacLiteral) => TacLiteral | undefined): KnownFunction {
  return ([value, ...more]) => (value === undefined || more.length > 0 ? undefined : work(value));
}

function ofTexts(
  work: (first: string, ...more: readonly string[]) => TacLiteral | undefined,
): KnownFunction {
  return (values) => {
    const texts = values.filter((value) => typeof value === 'string');
    const [first, ...more] = texts;
    return first === undefined || texts.length < values.length ? undefined : work(first, ...more);
  };
}

/** As `int`: of a text its decimal digits. */
function integerFrom(value: TacLiteral): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return Math.trunc(value);
  const isDecimal = value !== null && /^\s*[+-]?\d+(_\d+)*\s*$/.test(value);
  return isDecimal ? Number(value.replaceAll('_', '')) : undefined;
}

/** A full path takes the place of what comes before it. */
function joined(path: string, next: string): string {
  return isAbsolute(next) ? next : join(path, next);
}

/** Of a name without a folder Python gives no folder. */
function withoutDot(folder: string, path: string): string {
  return folder === '.' && !path.startsWith('.') ? '' : folder;
}
