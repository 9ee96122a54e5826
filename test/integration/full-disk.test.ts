import { execFile, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();

/** A small disk of its own needs a system that lets us mount one. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** Runs a script that sees an empty disk of 64 KiB in its current directory. */
function onSmallDisk(
  script: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const mounted = `mount -t tmpfs -o size=64k none "$DISK" && cd "$DISK" && ${script}`;
  const env = {
    ...process.env,
    LC_ALL: 'C',
    DISK: temporary.at('disk'),
    BUILDTRAY: `${process.execPath} ${process.cwd()}/out/cli/buildtray.js`,
  };
  return new Promise((resolve) => {
    execFile('unshare', ['-rm', '/bin/sh', '-c', mounted], { env }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}

it('a full disk is reported in one sentence, and nothing is lost', async ({ skip }) => {
  skip(!canMount, 'this system does not let us mount a small disk');
  await mkdir(temporary.at('disk'));
  const { stdout, stderr } = await onSmallDisk(`
    $BUILDTRAY create-worker -q w 127.0.0.1:1 w1 secret
    cp w/buildbot.tac w/before
    dd if=/dev/zero of=fill bs=1k 2>/dev/null
    for mode in "" --nodaemon; do $BUILDTRAY start $mode w; echo "status $?"; done
    cmp w/buildbot.tac w/before && ls w
  `);
  const sentence = `buildtray: Cannot write ${temporary.at('disk', 'w')}/buildtray.pid: the disk is full (ENOSPC).`;
  expect(stderr).toBe(`${sentence}\n${sentence}\n`);
  expect(stdout).toBe('status 1\nstatus 1\nbefore\nbuildbot.tac\ninfo\nworker.log\n');
});
