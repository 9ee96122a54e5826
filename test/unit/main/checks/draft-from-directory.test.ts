import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { draftFromDirectory } from '../../../../main/checks/draft-from-directory.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const directory = settingsDirectory(basedir);

it('has the settings of both files, and what is worth a note', async () => {
  await directory.write(`import os\nos.umask(0o22)\n${directory.plain({ workerName: 'w1' })}`);
  await writeFile(basedir.at('buildtray.json'), JSON.stringify({ tls: { authorities: '/ca' } }));
  const found = await draftFromDirectory(basedir.path);
  expect(found).toMatchObject({
    ok: true,
    value: {
      draft: { workerName: 'w1', basedir: basedir.path, extras: { tls: { authorities: '/ca' } } },
      notes: [{ key: expect.stringMatching(/^tac\./) }],
    },
  });
});

it.each([
  ['', /buildbot\.tac/],
  ["raise SystemExit('off')\n", /off/],
])('is refused where no worker can run: %j', async (before, reason) => {
  if (before !== '') await directory.write(`${before}${directory.plain()}`);
  const found = await draftFromDirectory(basedir.path);
  if (found.ok) throw new Error('a worker could run there');
  expect(inEnglish(found.problem)).toMatch(reason);
});
