import { delimiter } from 'node:path';
import { expect, it } from 'vitest';
import {
  EnvironmentError,
  processEnvironment,
} from '../../../../../main/worker/process/process-environment.ts';

const OWN = { HOME: '/home/w', PATH: '/bin', PYTHONPATH: '/py' };

function reference(name: string): string {
  return `\${${name}}`;
}

it('adds, replaces and removes variables, and names where the program is', () => {
  expect(processEnvironment(OWN, { HOME: null, PATH: '/usr/bin', NEW: 'x' }, '/w/d')).toEqual({
    PATH: '/usr/bin',
    PYTHONPATH: '/py',
    NEW: 'x',
    PWD: '/w/d',
  });
});

it("means the worker's own variables by references, and nothing by unknown ones", () => {
  const changes = {
    PATH: `/opt:${reference('PATH')}`,
    SEEN: `${reference('PATH')}|${reference('UNSET')}|$HOME|${reference('a b')}`,
  };
  expect(processEnvironment(OWN, changes, '/')).toMatchObject({
    PATH: '/opt:/bin',
    SEEN: `/bin||$HOME|${reference('a b')}`,
  });
});

it('knows no variable by a name that every object answers to', () => {
  const changes = { SEEN: `[${reference('constructor')}${reference('__proto__')}]` };
  expect(processEnvironment(OWN, changes, '/').SEEN).toBe('[]');
});

it("joins lists, and keeps the worker's PYTHONPATH after the master's", () => {
  const changes = { PYTHONPATH: ['a', 'b'], LIST: ['x', reference('HOME')] };
  expect(processEnvironment(OWN, changes, '/')).toMatchObject({
    PYTHONPATH: ['a', 'b', '/py'].join(delimiter),
    LIST: ['x', '/home/w'].join(delimiter),
  });
  expect(processEnvironment({}, { PYTHONPATH: 'a' }, '/').PYTHONPATH).toBe(`a${delimiter}`);
});

it.each([[3], [true], [{}], [[7]]])('refuses %j as a value', (value) => {
  const merge = () => processEnvironment(OWN, { K: value }, '/');
  expect(merge).toThrow(EnvironmentError);
  expect(merge).toThrow("'env' values must be strings or lists; key 'K' is incorrect");
});

it('leaves PWD alone under MSYS', () => {
  const own = { MACHTYPE: 'i686-pc-msys' };
  expect(processEnvironment(own, {}, '/')).toEqual(own);
});

it.each(['A=B', '', 'A\0B', '='])(
  'refuses the name %j, also of a variable to be removed',
  (name) => {
    for (const value of ['x', null]) {
      const merge = () => processEnvironment(OWN, { [name]: value }, '/');
      expect(merge).toThrow(EnvironmentError);
      expect(merge).toThrow("'env' names must not be empty nor contain '=' or NUL");
    }
  },
);

it.each([['a\0b'], [['a', '\0']]])('refuses the value %j', (value) => {
  const merge = () => processEnvironment(OWN, { K: value }, '/');
  expect(merge).toThrow("'env' values must not contain NUL; key 'K' is incorrect");
});
