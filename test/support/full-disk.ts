import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether `mountTinyDisk` can work: on Linux, as a user who may mount. */
export function canMountTinyDisk(dir: string): boolean {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return false;
  try {
    mountTinyDisk(dir).unmount();
    return true;
  } catch {
    return false; // A container without the right to mount.
  }
}

export interface TinyDisk {
  /** Takes all the room that is left. */
  fill(): void;
  unmount(): void;
}

/** A file system of 64 KiB at `dir`. */
export function mountTinyDisk(dir: string): TinyDisk {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'pipe' });
  return {
    fill: () => fill(join(dir, 'filler')),
    unmount: () => {
      execFileSync('umount', [dir], { stdio: 'pipe' });
    },
  };
}

function fill(path: string): void {
  try {
    for (;;) writeFileSync(path, Buffer.alloc(1024), { flag: 'a' });
  } catch {
    // Full.
  }
}
