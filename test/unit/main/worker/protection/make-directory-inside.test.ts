import { mkdir, stat, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeDirectoryInside } from '../../../../../main/worker/protection/make-directory-inside.ts';
import { enclosedBuilder } from '../../../../support/enclosed-builder.ts';
import { protectedBuilds } from '../../../../support/protection.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

describe('a directory made inside an enclosure', protectedBuilds, () => {
  it('is there with its parents and the mask of the worker', async () => {
    const { enclosing, builddir } = await enclosedBuilder(temporary.at('w'), {
      protection: 'guarded',
    });
    const enclosure = await enclosing.enter();
    if (!enclosure) throw new Error('not enclosed');
    await makeDirectoryInside(enclosure, `${builddir}/a/b`, 0o77);
    expect((await stat(`${builddir}/a/b`)).mode & 0o777).toBe(0o700);
    await enclosure.leave();
  });

  it('is not made where a link of a build leads to', async () => {
    const { enclosing, builddir } = await enclosedBuilder(temporary.at('w'), {
      protection: 'guarded',
    });
    await mkdir(temporary.at('outside'));
    await symlink(temporary.at('outside'), `${builddir}/link`);
    const enclosure = await enclosing.enter();
    if (!enclosure) throw new Error('not enclosed');
    const made = makeDirectoryInside(enclosure, `${builddir}/link/b`, undefined);
    await expect(made).rejects.toThrow();
    await expect(stat(temporary.at('outside', 'b'))).rejects.toThrow();
    await enclosure.leave();
  });
});
