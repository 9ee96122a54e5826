import { expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { withNewArguments } from '../../../../../main/basedir/upgrade/with-new-arguments.ts';

const IMPORT = 'from buildslave.bot import BuildSlave\n';

function upgraded(text: string): string {
  const whole = IMPORT + text;
  const { call } = readTac(whole, '/w/buildbot.tac');
  if (!call) throw new Error('no call');
  return withNewArguments(whole, call).slice(IMPORT.length);
}

it.each([
  // The seventh was usepty, and the eighth moves up.
  ["BuildSlave('h', 1, 'n', 'p', '/b', 600, 0, 30)", "BuildSlave('h', 1, 'n', 'p', '/b', 600, 30)"],
  ["BuildSlave('h', 1, 'n', 'p', '/b', 600, 0)", "BuildSlave('h', 1, 'n', 'p', '/b', 600)"],
  ["BuildSlave('h', usePTY=0, port=1)", "BuildSlave('h', port=1)"],
  ["BuildSlave(host='h', port=1)", "BuildSlave(buildmaster_host='h', port=1)"],
  // What came before the umask has another place now.
  [
    "BuildSlave('h', 1, 'n', 'p', '/b', 600, 0, 30, 077)",
    "BuildSlave('h', 1, 'n', 'p', '/b', 600, 30, 077)",
  ],
])('hands over what was: %s', (old, modern) => {
  expect(upgraded(`${old}\n`)).toBe(`${modern}\n`);
});

it('keeps a comment beside the argument that goes', () => {
  expect(upgraded('BuildSlave(1,  # host\n  usePTY=0,  # no terminal\n  port=2)\n')).toBe(
    'BuildSlave(1,  # host\n  # no terminal\n  port=2)\n',
  );
});

it('removes the variable with it, unless something else uses it', () => {
  const call = "BuildSlave('h', 1, 'n', 'p', '/b', 600, usepty)\n";
  const without = "BuildSlave('h', 1, 'n', 'p', '/b', 600)\n";
  expect(upgraded(`usepty = 0  # no\n${call}`)).toBe(without);
  expect(upgraded(`usepty = 0\nprint(usepty)\n${call}`)).toBe(
    `usepty = 0\nprint(usepty)\n${without}`,
  );
  expect(upgraded(`a = 1; usepty = 0\n${call}`)).toBe(`a = 1; usepty = 0\n${without}`);
});
