import { describe, expect, it } from 'vitest';
import {
  environmentChangesOf,
  withEnvironmentChanges,
} from '../../../../../../main/basedir/tac/effects/with-environment-changes.ts';
import { readTac } from '../../../../../../main/basedir/tac/read-tac.ts';

/** An environment after the lines of a file. */
function environmentAfter(lines: string, before: Record<string, string>) {
  const { effects } = readTac(`import os\n${lines}\n`, 'T');
  return withEnvironmentChanges(before, environmentChangesOf(effects));
}

describe('the environment after a file', () => {
  it('has what the lines set, one after the other, and lacks what they delete', () => {
    const lines = `\
os.environ['PATH'] = '/a:' + os.environ['PATH']
os.environ['PATH'] += ':/z'
os.environ.pop('B', None)
os.environ.setdefault('A', 'other')
os.environ.setdefault('C', 'c')
os.nice(1)`;
    const before = { PATH: '/bin', A: 'a', B: 'b' };
    expect(environmentAfter(lines, before)).toEqual({ PATH: '/a:/bin:/z', A: 'a', C: 'c' });
    expect(before).toEqual({ PATH: '/bin', A: 'a', B: 'b' });
  });

  it('takes a variable that is not there for empty, or for what the line says', () => {
    expect(environmentAfter("os.environ['A'] = os.environ['B'] + 'x'", {})).toEqual({ A: 'x' });
    expect(environmentAfter("os.environ['A'] = os.environ.get('B', 'y') + 'x'", {})).toEqual({
      A: 'yx',
    });
    expect(environmentAfter("os.environ['A'] = os.environ['constructor']", {})).toEqual({ A: '' });
  });

  it('loses no variable that is deleted twice', () => {
    expect(environmentAfter("del os.environ['A']\ndel os.environ['A']", { B: 'b' })).toEqual({
      B: 'b',
    });
  });
});
