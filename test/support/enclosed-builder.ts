import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandContext } from '../../main/worker/command.ts';
import { createProcessMark } from '../../main/worker/process/tree/process-mark.ts';
import { BuilderEnclosure } from '../../main/worker/protection/builder-enclosure.ts';
import { environmentForBuilds } from '../../main/worker/protection/environment-for-builds.ts';
import type { Protection } from '../../main/worker-settings/rows/protection-levels.ts';
import { recordingContext } from './recording-sink.ts';

export interface ProtectedContextOptions {
  readonly protection: Protection;
  readonly protectionPaths?: string;
  readonly changes?: Partial<Omit<CommandContext, 'updates'>>;
}

/** Commands of a builder `linux` in a base directory, in an enclosure that ends with the test. */
export async function enclosedBuilder(
  basedir: string,
  { protection, protectionPaths, changes }: ProtectedContextOptions,
) {
  const builddir = join(basedir, 'linux');
  await mkdir(builddir, { recursive: true });
  const settings = { protection, protectionPaths, protectionVariables: undefined };
  const enclosing = new BuilderEnclosure(() => ({
    basedir,
    builddir,
    settings,
    mark: createProcessMark().variable,
  }));
  onTestFinished(async () => {
    await enclosing.end();
  });
  const environment = environmentForBuilds(
    { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C.UTF-8', SECRET_PLAN: 'x' },
    { ...settings, basedir },
  );
  const context = () => recordingContext(basedir, { environment, enclosing, ...changes });
  return { builddir, enclosing, context };
}
