import { describe, expect, it } from 'vitest';
import type { WireArguments } from '../../../../../../main/worker/command.ts';
import { builderFromPlace } from '../../../../../../main/worker/connection/msgpack/builder-from-place.ts';

describe('the builder of a command that does not name it', () => {
  it.each<[string, WireArguments, string | undefined]>([
    ['shell', { workdir: '/w/linux/build' }, 'linux'],
    ['mkdir', { paths: ['/w/linux/build', '/w/linux/x'] }, 'linux'],
    ['upload_file', { path: '/w/docs/build/out.txt', workdir: 'build' }, 'docs'],
    ['cpdir', { from_path: '/w/a/source', to_path: '/w/a/build' }, 'a'],
    ['shell', { workdir: '/w/linux' }, 'linux'],
    // What a master does when a worker attaches.
    ['listdir', { path: '/w' }, undefined],
    ['stat', { path: '/w/left-over' }, undefined],
    ['mkdir', { paths: ['/w/linux', '/w/docs'] }, undefined],
    ['rmdir', { paths: ['/w/left-over'] }, undefined],
    // Elsewhere, or nowhere.
    ['shell', { workdir: '/tmp' }, undefined],
    ['shell', { workdir: '/wide/linux' }, undefined],
    ['shell', {}, undefined],
    ['shell', { workdir: 5 }, undefined],
  ])('%s %j: %s', (name, args, builder) => {
    expect(builderFromPlace(name, args, '/w')).toBe(builder);
  });
});
