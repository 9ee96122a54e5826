import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The path itself if it is a directory, else the nearest one above it. */
export async function nearestDirectory(path: string): Promise<string> {
  for (let dir = path; ; dir = dirname(dir)) {
    if (dir === dirname(dir) || (await isDirectory(dir))) return dir;
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
