import { afterEach, describe, expect, it, vi } from 'vitest';
import { protectedBuilds } from '../../../../support/protection.ts';

/** Programs that are taken for missing. */
const missing = vi.hoisted(() => new Set<string>());
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const existsSync = (path: string) =>
    !missing.has(path.split('/').at(-1) ?? '') && fs.existsSync(path);
  return { ...fs, existsSync };
});

const { protectionProblem } = await import(
  '../../../../../main/worker/protection/protection-problem.ts'
);

afterEach(() => {
  missing.clear();
  vi.restoreAllMocks();
});

describe('what keeps builds from being protected', () => {
  it('is nothing where they need not be', async () => {
    expect(await protectionProblem('open')).toBeUndefined();
  });

  it('is a program that is missing, with its package', async () => {
    missing.add('bwrap');
    expect(await protectionProblem('strict')).toMatchObject({
      key: 'protection.cannotBeGiven',
      cause: {
        key: 'protection.programMissing',
        facts: { program: 'bwrap', packages: 'bubblewrap' },
      },
    });
  });

  it('is another system', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
    expect(await protectionProblem('strict')).toMatchObject({
      cause: { key: 'protection.notOnThisSystem' },
    });
  });

  it.each(['guarded', 'strict'] as const)('is nothing here: %s', protectedBuilds, async (level) => {
    expect(await protectionProblem(level)).toBeUndefined();
  });
});
