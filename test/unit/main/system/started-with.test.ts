import { describe, expect, it } from 'vitest';
import { startedWithFrom, startedWithNote } from '../../../../main/system/started-with.ts';

const PIDS = [100, 99];

describe('what a process was started with', () => {
  it('is read from the note of the shell that became it', () => {
    expect(startedWithFrom('100 1024 0000000000001003', PIDS)).toEqual({
      openFiles: 1024,
      ignored: new Set(['SIGHUP', 'SIGINT']),
    });
    expect(startedWithFrom('99 unlimited 4', PIDS)).toEqual({
      openFiles: Number.POSITIVE_INFINITY,
      ignored: new Set(['SIGQUIT']),
    });
  });

  it('ignores nothing where the system does not show it', () => {
    expect(startedWithFrom('100 256 ', PIDS)).toEqual({ openFiles: 256, ignored: new Set() });
  });

  it.each([undefined, '', '100', '98 1024 3', '100 many 3', '100 1024 xyz'])(
    'is unknown by %j',
    (note) => {
      expect(startedWithFrom(note, PIDS)).toBeUndefined();
    },
  );

  it.each([
    { openFiles: 700, ignored: new Set(['SIGHUP', 'SIGQUIT'] as const) },
    { openFiles: Number.POSITIVE_INFINITY, ignored: new Set([]) },
    { openFiles: undefined, ignored: new Set(['SIGINT'] as const) },
  ])('is the same for a process that this one starts: %j', (started) => {
    expect(startedWithFrom(startedWithNote(started), [process.pid])).toEqual(started);
  });
});
