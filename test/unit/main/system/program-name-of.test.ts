import { expect, it } from 'vitest';
import { programNameOf } from '../../../../main/system/program-name-of.ts';
import { onlyOn } from '../../../support/only-on.ts';

it(
  'is the name that the system has for a process, and its number for one that is gone',
  onlyOn('linux', 'only Linux shows the name of a process in a file'),
  () => {
    expect(programNameOf(process.pid)).not.toBe(`${process.pid}`);
    expect(programNameOf(2 ** 30)).toBe(`${2 ** 30}`);
  },
);
