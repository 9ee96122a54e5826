import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { venvProgram } from './places.ts';

const script = fileURLToPath(new URL('inspect_tac.py', import.meta.url));

const literal = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const inspection = z.object({
  error: z.string().nullable(),
  application: z.string().optional(),
  /** What the worker class was handed, by its arguments' names. */
  arguments: z.record(z.string(), literal).optional(),
  log: z.object({ rotateLength: literal, maxRotatedFiles: literal }).optional(),
  /** What the worker made of it. */
  worker: z.record(z.string(), literal).optional(),
});

export type TacInspection = z.infer<typeof inspection>;

/** Lets Python run the files and reports what each makes; nothing is started. */
export function inspectTacs(
  paths: readonly string[],
  env: Readonly<Record<string, string>> = {},
): readonly TacInspection[] {
  const { stdout, stderr, status } = spawnSync(venvProgram('python'), [script], {
    input: JSON.stringify(paths),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return z.array(inspection).parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
