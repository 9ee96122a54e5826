import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { openHistory } from '../../../../../main/cli/history/open-history.ts';
import { historyPathOf } from '../../../../../main/history/history-path-of.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

it('is empty where nothing was built', async () => {
  const history = await openHistory(temporary.path);
  const query = {
    builderName: undefined,
    text: '',
    limit: 1,
    outcome: undefined,
    offset: 0,
  };
  expect(await history.find(query)).toMatchObject({ builds: [], kept: 0 });
});

it('fails with a sentence where it cannot be read', async () => {
  const path = historyPathOf(temporary.path);
  await mkdir(dirname(path), { recursive: true });
  await mkdir(path);
  await writeFile(`${path}/in-the-way`, '');
  await expect(openHistory(temporary.path)).rejects.toThrow(path);
});
