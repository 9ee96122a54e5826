import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checkDirectory } from '../../../../main/basedir/check-directory.ts';
import { renderTac } from '../../../../main/basedir/tac/render-tac.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { CONFIG } from './tac/configs.ts';

const temporary = temporaryBasedir();
const write = (text: string) => writeFile(temporary.at('buildbot.tac'), text);

it('finds the directory of a worker, with its file', async () => {
  await write(renderTac(CONFIG, { isRelocatable: false }));
  expect(await checkDirectory(temporary.path)).toMatchObject({
    ok: true,
    value: { dir: temporary.path, tacPath: temporary.at('buildbot.tac'), notes: [] },
  });
});

it('notes that an older Buildbot made it', async () => {
  await write("application = service.Application('buildslave')\n");
  expect(await checkDirectory(temporary.path)).toMatchObject({
    value: { notes: [{ key: 'directory.madeByOldBuildbot' }] },
  });
});

it.each([
  ["application = service.Application('buildmaster')\n", 'directory.otherApplication'],
  ['# nothing\n', 'directory.notBuildbotWorker'],
])('refuses the file %j: %s', async (text, key) => {
  await write(text);
  expect(await checkDirectory(temporary.path)).toMatchObject({ ok: false, problem: { key } });
});

it('reports what is missing, or no directory', async () => {
  const keyOf = async (path: string) => {
    const found = await checkDirectory(path);
    return found.ok ? 'found' : found.problem.key;
  };
  expect(await keyOf(temporary.path)).toBe('directory.noWorkerThere');
  expect(await keyOf(temporary.at('gone'))).toBe('directory.directoryMissing');
  await writeFile(temporary.at('file'), '');
  expect(await keyOf(temporary.at('file'))).toBe('checks.notADirectory');
});
