import { isAbsolute, resolve } from 'node:path';
import { readStartSync } from '../opening/read-start-sync.ts';
import { isRegisteredFormat } from './registered-format.ts';

/** What the kernel looks at of a program's beginning. */
const HEAD_BYTES = 256;
/** An interpreter may be a script itself; Linux follows so many. */
const MOST_INTERPRETERS = 5;

/**
 * Whether the system itself can run a file: one in a format of its own, a script that names its
 * interpreter, or on Linux what somebody has registered a format for. Everything else is a matter of
 * shells, which take any file for a script.
 *
 * True also where that is unknown: for a file that may be run and not read, and on Windows.
 *
 * @param workdir where it is to run: a script may name its interpreter from there.
 */
export function isRunnableFormat(path: string | Uint8Array, workdir: string): boolean {
  return isRunnable(path, workdir, MOST_INTERPRETERS);
}

function isRunnable(path: string | Uint8Array, workdir: string, interpretersLeft: number): boolean {
  const head = headOf(path);
  if (head === undefined) return true;
  if (head.latin1.startsWith('#!')) {
    return isRunnableScript(head.latin1, workdir, interpretersLeft);
  }
  switch (process.platform) {
    case 'linux':
      return isRunnableElf(head) || isRegisteredFormat(head.bytes, path);
    case 'darwin':
      return MACH_O.has(head.bytes.toString('hex', 0, 4));
    default:
      return true;
  }
}

interface Head {
  readonly bytes: Buffer;
  readonly latin1: string;
  readonly fileBytes: number;
}

function headOf(path: string | Uint8Array): Head | undefined {
  try {
    // A script may name a pipe as its interpreter.
    const { bytes, fileBytes } = readStartSync(path, HEAD_BYTES);
    return { bytes, latin1: bytes.toString('latin1'), fileBytes };
  } catch {
    return undefined;
  }
}

/** A script without an interpreter's name is none; a missing interpreter is another failure. */
function isRunnableScript(head: string, workdir: string, interpretersLeft: number): boolean {
  const interpreter = /^#![ \t]*([^ \t\n\0]+)/.exec(head)?.[1];
  if (interpreter === undefined || interpretersLeft === 0) return false;
  const path = Buffer.from(interpreter, 'latin1');
  const from = isAbsolute(interpreter) ? [] : [Buffer.from(`${resolve(workdir)}/`)];
  return isRunnable(Buffer.concat([...from, path]), workdir, interpretersLeft - 1);
}

/** The first bytes of programs on macOS: of one processor or several, in either order of bytes. */
const MACH_O = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', 'bebafeca']);

const ELF_MAGIC = '\x7fELF';
const LITTLE_ENDIAN = 1;
const EXECUTABLE = 2;
const POSITION_INDEPENDENT = 3;

/**
 * The numbers that ELF has for processors, by Node's names for ours: those of 64 bits first, then those
 * of 32 bits that most kernels run, too.
 */
const MACHINES: Readonly<Record<string, readonly number[]>> = {
  x64: [62, 3],
  arm64: [183, 40],
  arm: [40],
  ia32: [3],
  riscv64: [243],
  ppc64: [21],
  s390x: [22],
  loong64: [258],
};

/** The parts of an ELF header whose places differ between 64 and 32 bits. */
const CLASSES: Readonly<Record<number, { headerBytes: number; count: number; entry: number }>> = {
  1: { headerBytes: 52, count: 44, entry: 32 },
  2: { headerBytes: 64, count: 56, entry: 56 },
};

/** As Linux checks it before it looks for the program's interpreter. */
function isRunnableElf({ bytes, latin1, fileBytes }: Head): boolean {
  if (!latin1.startsWith(ELF_MAGIC)) return false;
  const layout = CLASSES[bytes[4] ?? 0];
  if (!layout || bytes.length < layout.headerBytes) return false;
  const isLittle = bytes[5] === LITTLE_ENDIAN;
  const shortAt = (at: number): number =>
    isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  const machines = MACHINES[process.arch];
  if (machines && !machines.includes(shortAt(18))) return false;
  const segments = shortAt(layout.count);
  const hasSegments = segments > 0 && segments * layout.entry + layout.headerBytes <= fileBytes;
  return [EXECUTABLE, POSITION_INDEPENDENT].includes(shortAt(16)) && hasSegments;
}
