import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openFileLimitOf } from '../../../../../main/system/descriptors/open-file-limit.ts';
import { onlyOn } from '../../../../support/only-on.ts';

describe('the limit of open files', onlyOn('linux', 'only Linux shows limits under /proc'), () => {
  it('is that which a shell of ours sees', () => {
    const shell = execFileSync('/bin/sh', ['-c', 'ulimit -S -n; ulimit -H -n'], {
      encoding: 'utf8',
    });
    const { soft, hard } = openFileLimitOf() ?? {};
    expect([String(soft), String(hard)]).toEqual(shell.trim().split('\n'));
  });

  it('is unknown of a process that is not there', () => {
    expect(openFileLimitOf(2 ** 30)).toBeUndefined();
  });
});
