import { expect, it } from 'vitest';
import {
  knownFunction,
  knownMethod,
} from '../../../../../../main/basedir/tac/python/known-functions.ts';

const MACHINE = {
  environment: {},
  home: '/home/ada',
  tacPath: '/srv/worker/buildbot.tac',
  files: new Map(),
};

it.each([
  ['int', ['12', 10]],
  ['int', ['twelve']],
  ['int', [null]],
  ['str', [null]],
  ['os.path.join', []],
  ['os.path.join', ['a', 1]],
  ['os.path.dirname', ['a', 'b']],
  ['os.path.basename', ['/srv/']],
] as const)('%s of %j is left to Python', (name, values) => {
  expect(knownFunction(name, MACHINE)?.(values)).toBeUndefined();
});

it.each([
  ['bool', [''], false],
  ['int', [true], 1],
  ['os.path.dirname', ['worker'], ''],
  ['os.path.dirname', ['/srv/worker'], '/srv'],
  ['os.path.normpath', ['/srv/./x/..'], '/srv'],
  ['os.path.expanduser', ['a~'], 'a~'],
] as const)('%s of %j is known', (name, values, result) => {
  expect(knownFunction(name, MACHINE)?.(values)).toBe(result);
});

it('knows no other functions, and none of places without a machine', () => {
  expect(knownFunction('os.system', MACHINE)).toBeUndefined();
  expect(knownFunction('os.path.abspath', undefined)).toBeUndefined();
  expect(knownMethod('format')).toBeUndefined();
  expect(knownMethod('rstrip')?.(['x\n'])).toBe('x');
  expect(knownMethod('strip')?.(['x', 'y'])).toBeUndefined();
});
