import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hostinfo } from '../../../../../main/cli/verbs/hostinfo.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stage, stageRunning } from '../../../../support/staged-worker.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const temporary = temporaryBasedir();
beforeEach(async () => {
  stage.found = { kind: 'none', basedir: temporary.path };
  await mkdir(temporary.at('info'));
});

async function printed(
  words: readonly string[],
  options: Parameters<typeof hostinfo.perform>[1] = {},
  stdin = '',
): Promise<string> {
  const terminal = new FakeTerminal('en', stdin);
  expect(await hostinfo.perform([temporary.path, ...words], options, terminal)).toBe(0);
  return terminal.stdout;
}

const infoOf = (name: string) => readFile(temporary.at('info', name), 'utf8');

describe('hostinfo', () => {
  it('prints each file, and its problems in words', async () => {
    await writeFile(temporary.at('info/admin'), 'Ada\nand Grace\n');
    await writeFile(temporary.at('info/bad'), Buffer.from([0xff, 0xfe]));
    expect(await printed([])).toBe(
      `admin:\n  Ada\n  and Grace\n! ${temporary.at('info/bad')} is not sent to the master: it is not UTF-8 text.\n`,
    );
  });

  it('reports that there is nothing', async () => {
    expect(await printed([])).toBe(
      `There is nothing in ${temporary.at('info')}: the project sees only the worker's name.\n`,
    );
  });

  it('writes and removes files', async () => {
    expect(await printed(['admin=Ada', 'gpu=-'], {}, 'RTX\n\n')).toBe(
      'wrote admin\nwrote gpu\nthe master reads it when the worker connects\n',
    );
    expect([await infoOf('admin'), await infoOf('gpu')]).toEqual(['Ada\n', 'RTX\n']);
    expect(await printed(['gpu='], { quiet: true })).toBe('');
    await expect(infoOf('gpu')).rejects.toThrow('ENOENT');
  });

  it('reads standard input for one file only', async () => {
    await expect(printed(['a=-', 'b=-'])).rejects.toThrow('can be read for one file only');
  });

  it('asks what to do with a link, and does either', async () => {
    await writeFile(temporary.at('shared'), 'all\n');
    await symlink(temporary.at('shared'), temporary.at('info/host'));
    expect(await printed([])).toContain(`host, a link to ${temporary.at('shared')}:\n`);
    await expect(printed(['host=mine'])).rejects.toThrow('Use --shared or --replace-link.');
    await expect(printed(['host=x'], { shared: true, replaceLink: true })).rejects.toThrow(
      '--shared and --replace-link cannot be used together.',
    );
    await printed(['host=ours'], { shared: true });
    expect(await readFile(temporary.at('shared'), 'utf8')).toBe('ours\n');
    await printed(['host=mine'], { replaceLink: true });
    expect([await readFile(temporary.at('shared'), 'utf8'), await infoOf('host')]).toEqual([
      'ours\n',
      'mine\n',
    ]);
  });

  it('has the running worker connect again where that is requested', async () => {
    const control = stageRunning();
    stage.found = { kind: 'buildtray', basedir: temporary.path, pid: 7 };
    expect(await printed(['admin=Ada'])).toContain('use --reconnect for one\n');
    expect(control.requested).toEqual([]);
    expect(await printed(['admin=Ada'], { reconnect: true })).toContain(
      'the worker reconnects as soon as no build is running\n',
    );
    expect(control.requested).toMatchObject([{ kind: 'reconnect' }]);
  });
});
