import { describe, expect, it } from 'vitest';
import {
  isChangingMethod,
  isHarmlessFunction,
  isHarmlessMethod,
} from '../../../../../../main/basedir/tac/effects/harmless-call.ts';

describe('a function', () => {
  it.each(['int', 'os.path.join', 'os.environ.get', 'json.load', 'socket.gethostname', 're.sub'])(
    '%s changes nothing',
    (name) => {
      expect(isHarmlessFunction(name)).toBe(true);
    },
  );

  it.each([
    'exec',
    'eval',
    'map',
    'print',
    'os.remove',
    'os.environ.pop',
    'shutil.rmtree',
    'osxpath.x',
  ])('%s may change something', (name) => {
    expect(isHarmlessFunction(name)).toBe(false);
  });
});

describe('a method', () => {
  it('changes nothing, or the value alone, or is not known', () => {
    expect([isHarmlessMethod('strip'), isChangingMethod('strip')]).toEqual([true, false]);
    expect([isHarmlessMethod('update'), isChangingMethod('update')]).toEqual([false, true]);
    expect([isHarmlessMethod('start'), isChangingMethod('start')]).toEqual([false, false]);
    // Of a path it may create a file.
    expect(isHarmlessMethod('open')).toBe(false);
  });
});
