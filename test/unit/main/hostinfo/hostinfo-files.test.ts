import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkChoice } from '../../../../main/contract/hostinfo/hostinfo-contract.ts';
import { MAX_HOSTINFO_BYTES, readHostinfo } from '../../../../main/hostinfo/read-hostinfo.ts';
import {
  removeHostinfoFile,
  writeHostinfoFile,
} from '../../../../main/hostinfo/write-hostinfo-file.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const temporary = temporaryBasedir();
const info = (...parts: string[]) => temporary.at('info', ...parts);
const shared = (...parts: string[]) => temporary.at('shared', ...parts);

beforeEach(async () => {
  await mkdir(info());
  await mkdir(shared());
});

describe('reading info/', () => {
  it('gives every file, whatever its name, with line ends of one kind', async () => {
    await writeFile(info('admin'), 'Ada\r\nBob\r');
    await writeFile(info('rack'), 'B7');
    await mkdir(info('notes'));
    expect(await readHostinfo(info())).toEqual({
      files: { admin: 'Ada\nBob\n', rack: 'B7' },
      links: {},
      problems: [],
    });
  });

  it('follows links and reports where they lead', async () => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink('../shared/admin', info('admin'));
    await symlink(shared('nowhere'), info('host'));
    expect(await readHostinfo(info())).toEqual({
      files: { admin: 'all of us\n' },
      links: { admin: shared('admin') },
      problems: [
        worded(/info\/host is not sent to the master: there is no such file or directory/),
      ],
    });
  });

  it('leaves out what a master could not take, and says so', async () => {
    await writeFile(info('binary'), Buffer.from([0xff, 0xfe, 0x41]));
    await writeFile(info('huge'), 'x'.repeat(MAX_HOSTINFO_BYTES + 1));
    await writeFile(info('most'), 'x'.repeat(MAX_HOSTINFO_BYTES));
    await writeFile(info('.admin.4711.tmp'), 'half of it');
    const { files, problems } = await readHostinfo(info());
    expect(Object.keys(files)).toEqual(['most']);
    expect(problems).toEqual([
      worded(`${info('binary')} is not sent to the master: it is not UTF-8 text.`),
      worded(
        `${info('huge')} is not sent to the master: it is longer than ${MAX_HOSTINFO_BYTES} bytes.`,
      ),
    ]);
  });

  it('reads so many files and so much of them that no folder fills the memory', async () => {
    await writeFile(info('a'), 'x'.repeat(MAX_HOSTINFO_BYTES));
    for (let at = 0; at < 300; at += 1) await link(info('a'), info(`b${at}`));
    const { files, problems } = await readHostinfo(info());
    expect(Object.keys(files)).toEqual(['a', 'b0', 'b1']);
    expect(problems.at(-1)).toEqual(worded(/it holds more than 200 files/));
  });

  it('finds nothing in a folder that is missing', async () => {
    expect(await readHostinfo(info('none'))).toEqual({ files: {}, links: {}, problems: [] });
  });
});

describe('writing info/', () => {
  it('makes files and replaces them, with the mode they have', async () => {
    await writeHostinfoFile(info(), 'admin', 'Ada\n');
    await chmod(info('admin'), 0o640);
    expect(await writeHostinfoFile(info(), 'admin', 'Bob\n')).toMatchObject({ ok: true });
    expect(await readFile(info('admin'), 'utf8')).toBe('Bob\n');
    expect((await stat(info('admin'))).mode & 0o777).toBe(0o640);
    expect(await readdir(info())).toEqual(['admin']);
  });

  it('asks what to do with a link, and writes nothing meanwhile', async () => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n')).toEqual({
      ok: false,
      problem: {
        kind: 'is-link',
        target: shared('admin'),
        problem: wordedWith(`is a link to ${shared('admin')}`),
      },
    });
    expect(await readFile(shared('admin'), 'utf8')).toBe('all of us\n');
  });

  it.each<[LinkChoice, string, string]>([
    ['change-shared-file', 'me\n', 'me\n'],
    ['replace-link', 'all of us\n', 'me\n'],
  ])('does with a link what was chosen: %s', async (choice, inShared, inInfo) => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n', choice)).toMatchObject({ ok: true });
    expect(await readFile(shared('admin'), 'utf8')).toBe(inShared);
    expect(await readFile(info('admin'), 'utf8')).toBe(inInfo);
    const link = await readlink(info('admin')).catch(() => undefined);
    expect(link).toBe(choice === 'replace-link' ? undefined : shared('admin'));
  });

  it('makes the file that a link leads to', async () => {
    await symlink('../shared/new', info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n')).toMatchObject({
      problem: { target: shared('new') },
    });
    await writeHostinfoFile(info(), 'admin', 'me\n', 'change-shared-file');
    expect(await readFile(shared('new'), 'utf8')).toBe('me\n');
  });

  it('removes a link and leaves the shared file', async () => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await removeHostinfoFile(info(), 'admin')).toMatchObject({ ok: true });
    expect(await readdir(info())).toEqual([]);
    expect(await readFile(shared('admin'), 'utf8')).toBe('all of us\n');
  });

  it('makes the folder, but not a worker directory that is gone', async () => {
    await rm(info(), { recursive: true });
    expect(await writeHostinfoFile(info(), 'admin', 'Ada\n')).toMatchObject({ ok: true });
    expect(await writeHostinfoFile(info('gone/info'), 'admin', 'Ada\n')).toMatchObject({
      problem: worded(/^Cannot write .*: there is no such file/),
    });
    expect(await readdir(info())).toEqual(['admin']);
  });

  it.each(['', '..', 'a/b', 'a\0b'])('refuses the name %j', async (name) => {
    expect(await writeHostinfoFile(info(), name, 'x')).toMatchObject({
      problem: { kind: 'failed', problem: worded(`"${name}" is not a file name for info/.`) },
    });
  });

  it('refuses what a master would not take', async () => {
    expect(
      await writeHostinfoFile(info(), 'host', 'x'.repeat(MAX_HOSTINFO_BYTES + 1)),
    ).toMatchObject({ problem: wordedWith('longer than') });
  });
});
