import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { hostinfoHandlers } from '../../../../../main/app/handlers/hostinfo.ts';
import type { Language } from '../../../../../main/contract/language.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { workerInfoFrom } from '../../../../../main/worker/worker-info.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function handlers(language: Language = 'en') {
  const info = workerInfoFrom({
    basedir: '/w',
    numcpus: 4,
    deleteLeftoverDirs: false,
    version: '1',
    environment: { PATH: '/bin', HOME: '/home/ada' },
    hostinfo: { admin: 'Ada\n' },
  });
  const worker = {
    infoForMaster: () =>
      Promise.resolve({ info, withheld: ['Z_TOKEN', 'A_TOKEN'], onlyForBuilds: [] }),
  };
  return hostinfoHandlers({
    workers: { find: (id) => (id === 'a1' ? { basedir: basedir.path, worker } : undefined) },
    texts: () => textsIn(language),
  });
}

const edit = { workerId: 'a1', name: 'admin', text: 'Eve\n', choice: undefined };

describe('the host info of a worker', () => {
  it('is every file under info/, and where links lead', async () => {
    await mkdir(basedir.at('info'));
    await writeFile(basedir.at('shared'), 'Debian\n');
    await writeFile(basedir.at('info', 'admin'), 'Ada\n');
    await symlink('../shared', basedir.at('info', 'host'));
    expect(await handlers().load('a1')).toEqual({
      infoDir: basedir.at('info'),
      files: [
        { name: 'admin', text: 'Ada\n', sharedPath: undefined },
        { name: 'host', text: 'Debian\n', sharedPath: basedir.at('shared') },
      ],
      problems: [],
    });
  });

  it('is written file by file, and a file without a text is removed', async () => {
    expect(await handlers().save(edit)).toMatchObject({ ok: true });
    expect(await readFile(basedir.at('info', 'admin'), 'utf8')).toBe('Eve\n');
    expect(await handlers().save({ ...edit, text: undefined })).toMatchObject({ ok: true });
    expect(await handlers().load('a1')).toMatchObject({ files: [] });
  });

  it('asks before a link is written, and then does what was chosen', async () => {
    await mkdir(basedir.at('info'));
    await writeFile(basedir.at('shared'), 'old\n');
    await symlink('../shared', basedir.at('info', 'admin'));
    expect(await handlers().save(edit)).toMatchObject({
      ok: false,
      problem: { kind: 'is-link', target: basedir.at('shared') },
    });
    await handlers().save({ ...edit, choice: 'replace-link' });
    expect(await readFile(basedir.at('shared'), 'utf8')).toBe('old\n');
    expect(await readFile(basedir.at('info', 'admin'), 'utf8')).toBe('Eve\n');
  });

  it('reports in the language of the user why a file cannot be written', async () => {
    const { save } = handlers('de');
    const problem = { kind: 'failed', sentence: '„a/b“ kann in info/ kein Dateiname sein.' };
    expect(await save({ ...edit, name: 'a/b' })).toEqual({ ok: false, problem });
    expect(await save({ ...edit, name: 'a/b', text: undefined })).toEqual({ ok: false, problem });
  });

  it('of a worker that was removed is gone', async () => {
    expect(await handlers().load('b9')).toBeUndefined();
    expect(await handlers().save({ ...edit, workerId: 'b9' })).toEqual({
      ok: false,
      problem: { kind: 'failed', sentence: 'This worker was removed.' },
    });
  });

  it('is filled in from this machine', async () => {
    const { host } = await handlers().fillIn({ isMunged: true });
    expect(host).toMatch(/\d+ processors?.*GiB of memory/s);
  });
});

it('what the master receives comes as rows, and what is kept from it by name', async () => {
  const sent = await handlers().sent('a1');
  expect(sent?.facts.slice(0, 3)).toEqual([
    { name: 'admin', value: 'Ada\n' },
    { name: 'basedir', value: '/w' },
    { name: 'delete_leftover_dirs', value: '0' },
  ]);
  expect(sent?.facts.find(({ name }) => name === 'worker_commands')?.value).toContain('shell');
  expect(sent?.environment).toEqual([
    { name: 'HOME', value: '/home/ada' },
    { name: 'PATH', value: '/bin' },
  ]);
  expect(sent?.withheld).toEqual(['A_TOKEN', 'Z_TOKEN']);
});
