import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './managed-process.ts';
import { masterConfigPath, masterProgram, type Release } from './places.ts';

/**
 * Makes a master's base directory. Making its database takes longer than starting it: what
 * `scripts/test.mjs` runs makes one per release, in a directory that a variable names, and copies it.
 */
export async function makeMasterDir(
  dir: string,
  release: Release,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const templates = process.env.BUILDTRAY_MASTER_TEMPLATES;
  if (!templates) return createMaster(dir, release, env);
  const template = path.join(templates, release);
  if (!fs.existsSync(template)) {
    const made = `${template}.${process.pid}`;
    await createMaster(made, release, env);
    moveUnlessThere(made, template);
  }
  fs.cpSync(template, dir, { recursive: true });
}

async function createMaster(
  dir: string,
  release: Release,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  await runToEnd({
    program: masterProgram(release),
    args: ['create-master', '--quiet', '--relocatable', '--config', masterConfigPath, dir],
    env,
  });
}

/** Another test file may have been quicker. */
function moveUnlessThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!fs.existsSync(to)) throw error;
    fs.rmSync(from, { recursive: true, force: true });
  }
}
