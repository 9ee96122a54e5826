import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  collectHostinfo,
  MAX_HOSTINFO_BYTES,
  readHostinfo,
} from '../../../../main/hostinfo/read-hostinfo.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded } from '../../../support/worded.ts';

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

  it('leaves out what a master could not take, and reports it', async () => {
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

  it('reads no more than 200 files, however small, and reports that there are more', async () => {
    for (let at = 0; at < 201; at += 1) await writeFile(info(`f${at}`), 'x');
    const { files, problems } = await readHostinfo(info());
    expect(Object.keys(files)).toHaveLength(200);
    expect(problems).toEqual([worded(/it holds more than 200 files/)]);
  });

  it('counts bytes, not characters', async () => {
    await writeFile(info('a'), 'é'.repeat(MAX_HOSTINFO_BYTES / 2));
    for (let at = 0; at < 10; at += 1) await link(info('a'), info(`b${at}`));
    expect(Object.keys((await readHostinfo(info())).files)).toEqual(['a', 'b0', 'b1']);
  });

  it('finds nothing in a folder that is missing', async () => {
    expect(await readHostinfo(info('none'))).toEqual({ files: {}, links: {}, problems: [] });
  });
});

it('what a master learns has the system, too, whatever files call themselves', async () => {
  await writeFile(info('admin'), 'Ada\n');
  await writeFile(info('os_id'), 'mine');
  await writeFile(shared('os-release'), 'ID=debian\nVERSION_ID="12"\n');
  expect((await collectHostinfo(info(), shared('os-release'))).files).toEqual({
    admin: 'Ada\n',
    os_id: 'debian',
    os_version_id: '12',
  });
});
