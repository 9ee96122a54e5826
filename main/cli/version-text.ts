import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BUILDTRAY_VERSION } from '../launch/buildtray-version.ts';
import { BUILDBOT_VERSION } from '../worker/worker-info.ts';

/** What the setup script notes down in a source tree; see scripts/setup/electron-runtime.mjs. */
const noteSchema = z.object({ kind: z.string(), version: z.string() });

/**
 * The versions of Buildtray, of the Buildbot worker that it is compatible with, in the line that scripts
 * read from `buildbot-worker --version`, and, in a source tree, of the Electron that `npm start` runs.
 */
export function versionText(): string {
  const lines = [
    `buildtray ${BUILDTRAY_VERSION}`,
    `worker version: ${BUILDBOT_VERSION}`,
    electronText(),
  ];
  return lines.filter(Boolean).join('\n');
}

function electronText(): string | undefined {
  try {
    const path = new URL('../../node_modules/.cache/buildtray/electron.json', import.meta.url);
    const note = noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (note.kind === 'official') return `Electron: official build ${note.version}`;
    return `Electron: ${note.kind} build ${note.version}, development and tests only`;
  } catch {
    // A package, or a tree that was not set up for windows.
    return undefined;
  }
}
