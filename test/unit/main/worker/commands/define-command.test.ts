import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  defineCommand,
  numberArgument,
  pathArgument,
  truthArgument,
} from '../../../../../main/worker/commands/define-command.ts';
import { recordingContext } from '../../../../support/recording-sink.ts';

const definition = defineCommand({
  names: ['touchFile', 'touch_file'],
  className: 'TouchFile',
  requiredArguments: ['path'],
  schema: z.object({ path: pathArgument, times: z.object({ atime: numberArgument }).optional() }),
  pbArguments: ({ file }, at) => ({ path: at(file) }),
  create: ({ path }) => ({ summary: `touch ${path}`, run: async () => {}, interrupt: () => {} }),
});

describe('a command', () => {
  it('is made of arguments that fit', () => {
    const command = definition.create({ path: '/a/b' }, recordingContext('/a'));
    expect(command.summary).toBe('touch /a/b');
  });

  it.each([
    [{}, /^touchFile: the argument 'path' is wrong: /],
    [{ path: 'a/b' }, "touchFile: the argument 'path' is wrong: expected an absolute path"],
    [{ path: '/a\0b' }, "touchFile: the argument 'path' is wrong: a path cannot contain NUL"],
    [{ path: '/a', times: { atime: 'x' } }, /^touchFile: the argument 'times\.atime' is wrong: /],
  ])('names the argument that is wrong in %j', (args, message) => {
    expect(() => definition.create(args, recordingContext('/a'))).toThrow(message);
  });

  it('has its paths absolute, and keeps the other arguments of Perspective Broker', () => {
    expect(definition.argumentsFromPb({ file: 'x', mode: 3 }, '/b')).toEqual({
      file: 'x',
      mode: 3,
      path: '/b/x',
    });
  });
});

it.each([
  [true, true],
  [1, true],
  [0, false],
  [null, false],
  [undefined, false],
])('takes %j for %j, as old masters send it', (sent, meant) => {
  expect(truthArgument.parse(sent)).toBe(meant);
});
