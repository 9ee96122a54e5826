import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const REGISTERED = '/proc/sys/fs/binfmt_misc';

/**
 * Whether a file is of a format that Wine, Java or an emulator has registered with the Linux kernel.
 *
 * Shape: `head` holds the file's first bytes, some 256.
 */
export function isRegisteredFormat(head: Buffer, path: string | Uint8Array): boolean {
  try {
    return readdirSync(REGISTERED)
      .filter((name) => name !== 'register' && name !== 'status')
      .some((name) => fitsFormat(readFileSync(join(REGISTERED, name), 'latin1'), head, path));
  } catch {
    return false;
  }
}

/** One of the kernel's descriptions: lines of a word and its value. Exported for its test. */
export function fitsFormat(description: string, head: Buffer, path: string | Uint8Array): boolean {
  const textAfter = (word: string): string | undefined =>
    new RegExp(`^${word} (.*)$`, 'm').exec(description)?.[1];
  if (!description.startsWith('enabled')) return false;
  const extension = textAfter('extension');
  if (extension !== undefined) return Buffer.from(path).toString('latin1').endsWith(extension);
  const magic = Buffer.from(textAfter('magic') ?? '', 'hex');
  const mask = Buffer.from(textAfter('mask') ?? 'ff'.repeat(magic.length), 'hex');
  const start = Number(textAfter('offset') ?? 0);
  if (magic.length === 0 || head.length < start + magic.length) return false;
  return magic.every((byte, at) => ((head[start + at] ?? 0) & (mask[at] ?? 0xff)) === byte);
}
