import { Buffer } from 'node:buffer';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realPath } from '../../../../../main/system/opening/real-path.ts';
import { notOn, onlyOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const FOREIGN = Buffer.from('ba\xffd', 'latin1');

describe('a path without links', notOn('win32', 'links take a privilege there'), () => {
  it('is found through links, and refused where there is nothing', async () => {
    writeFileSync(basedir.at('file'), '');
    symlinkSync('file', basedir.at('link'));
    expect(await realPath(basedir.at('link'))).toBe(realpathSync(basedir.at('file')));
    await expect(realPath(basedir.at('none'))).rejects.toThrow('ENOENT');
  });
});

describe('a directory that only a link reaches', onlyOn('linux', 'names hold any bytes'), () => {
  it('keeps the link on the way, and no link at the end', async () => {
    const dir = Buffer.concat([Buffer.from(`${basedir.path}/`), FOREIGN]);
    mkdirSync(dir);
    symlinkSync(FOREIGN, basedir.at('way'));
    writeFileSync(basedir.at('way/file'), '');
    symlinkSync('file', basedir.at('way/link'));
    expect(await realPath(basedir.at('way/link'))).toBe(basedir.at('way/file'));
    expect(await realPath(basedir.at('way/file'))).toBe(basedir.at('way/file'));
    await expect(realPath(basedir.at('way'))).rejects.toMatchObject({ code: 'EILSEQ' });
  });
});
