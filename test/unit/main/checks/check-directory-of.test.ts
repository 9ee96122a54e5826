import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkDirectoryOf } from '../../../../main/checks/check-directory-of.ts';
import { wordsOf } from '../../../support/check-drafts.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const run = (draft: CheckDraft) => wordsOf(checkDirectoryOf(draft));

describe('the directory', () => {
  it('can be written to, or made, and nothing is left in it', async () => {
    const basedir = temporary.path;
    expect(await run({ basedir })).toMatch(/^passed: .* can be written to\.$/);
    expect(await run({ basedir: temporary.at('a/b') })).toMatch(/can be created\.$/);
    expect(await readdir(basedir)).toEqual([]);
  });

  it('may be something else, or forbidden', async () => {
    await writeFile(temporary.at('file'), '');
    expect(await run({ basedir: temporary.at('file') })).toMatch(/is not a directory/);
    await mkdir(temporary.at('closed'), { mode: 0o555 });
    await chmod(temporary.path, 0o711);
    const words = await asOrdinaryUser(() => run({ basedir: temporary.at('closed') }));
    expect(words).toMatch(/^failed: .* cannot be written to: permission denied \(EACCES\)\.$/);
  });
});
