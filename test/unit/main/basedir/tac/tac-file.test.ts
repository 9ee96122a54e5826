import { execFileSync } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import {
  readTacFile,
  type TacEncoding,
  writeTacFile,
} from '../../../../../main/basedir/tac/tac-file.ts';
import { valueOfEntry } from '../../../../../main/basedir/tac/value-of-entry.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const path = () => temporary.at('buildbot.tac');

it.each<[TacEncoding, Buffer]>([
  ['utf-8', Buffer.from('name = "é€"')],
  ['utf-8 with mark', Buffer.from('\ufeffname = "é€"')],
  ['latin-1', Buffer.from('name = "é"', 'latin1')],
])('reads a file in %s, and writes the same bytes again', async (encoding, bytes) => {
  await writeFile(path(), bytes);
  const file = await readTacFile(path());
  if (!file.ok) throw new Error(file.problem.kind);
  expect(file.value).toMatchObject({ encoding, text: expect.stringMatching(/^name = "é€?"$/) });
  expect(await writeTacFile(path(), file.value.text, encoding)).toMatchObject({ ok: true });
  expect(await readFile(path())).toEqual(bytes);
});

it('leaves a file alone whose encoding lacks a character', async () => {
  await writeFile(path(), 'old');
  const problem = { key: 'tac.lacksSign' };
  expect(await writeTacFile(path(), '€', 'latin-1')).toMatchObject({ ok: false, problem });
  expect(await readFile(path(), 'utf8')).toBe('old');
});

it('reports a file that is missing, or too large to be one', async () => {
  expect(await readTacFile(path())).toMatchObject({
    problem: { kind: 'unreadable', problem: { key: 'files.cannotRead' } },
  });
  await writeFile(path(), '#'.repeat(256 * 1024 + 1));
  expect(await readTacFile(path())).toMatchObject({
    problem: { kind: 'unreadable', problem: { key: 'tac.tooLarge' } },
  });
});

const BY_ENVIRONMENT = `
import os
from buildbot_worker.bot import Worker
folder = os.path.dirname(os.path.abspath(__file__))
host = os.environ['FARM_MASTER']
passwd = open(open(os.path.join(folder, 'where')).read().strip()).read().strip()
s = Worker(host, 9989, 'w', passwd, folder, 600)
s.setServiceParent(application)
`;

async function byEnvironment() {
  await writeFile(path(), BY_ENVIRONMENT);
  const file = await readTacFile(path());
  if (!file.ok) throw new Error(file.problem.kind);
  return file.value.reading;
}

function sentenceOf(reading: Awaited<ReturnType<typeof byEnvironment>>): string {
  const config = workerConfigFrom(reading);
  return config.ok ? 'a worker' : inEnglish(config.problem);
}

it('finds settings in the environment, and in files that it names one after the other', async () => {
  vi.stubEnv('FARM_MASTER', 'farm.example.org');
  await writeFile(temporary.at('where'), temporary.at('password'));
  await writeFile(temporary.at('password'), 'hunter2\n');
  const { settings, wantedFiles } = await byEnvironment();
  expect(wantedFiles).toEqual([]);
  const values = (['buildmaster_host', 'passwd', 'basedir'] as const).map((name) =>
    valueOfEntry(settings.get(name)),
  );
  expect(values).toEqual(['farm.example.org', 'hunter2', '.']);
  vi.unstubAllEnvs();
});

it('names a variable that is not set, and a file that cannot be read', async () => {
  expect(sentenceOf(await byEnvironment())).toMatch(
    / line 5: buildmaster_host comes from the environment variable FARM_MASTER, which is not set/,
  );
  vi.stubEnv('FARM_MASTER', 'farm.example.org');
  expect(sentenceOf(await byEnvironment())).toMatch(
    / line 6: passwd comes from the file .*\/where, which cannot be read\.$/,
  );
  vi.unstubAllEnvs();
});

it(
  'waits for no pipe, follows no file to its end, and reads no endless one',
  notOn('win32', 'there are no named pipes'),
  async () => {
    vi.stubEnv('FARM_MASTER', 'farm.example.org');
    execFileSync('mkfifo', [temporary.at('where')]);
    expect(sentenceOf(await byEnvironment())).toMatch(/where, which cannot be read/);
    execFileSync('rm', [temporary.at('where')]);
    await symlink('/dev/zero', temporary.at('where'));
    expect(sentenceOf(await byEnvironment())).toMatch(/where, which cannot be read/);
    vi.unstubAllEnvs();
  },
);
