import { expect, it } from 'vitest';
import { checksSection } from '../../../../main/diagnostics/checks-section.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const directory = settingsDirectory(basedir);
const master = {
  kind: 'host',
  host: '127.0.0.1',
  port: 1,
  useTls: false,
  proxyConnectionString: undefined,
} as const;
const linesWith = async (signal: AbortSignal) =>
  (await checksSection(basedir.path, undefined, signal, 'late')).lines;

it('has what each check finds', async () => {
  await directory.write(directory.plain({ master }));
  const lines = await linesWith(new AbortController().signal);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^port failed: ./),
      expect.stringMatching(/^login skipped: ./),
      expect.stringMatching(/^directory passed: ./),
    ]),
  );
});

it('ends with that it was too late, once it is', async () => {
  await directory.write(directory.plain({ master }));
  expect((await linesWith(AbortSignal.abort())).at(-1)).toBe('late');
});

it('has why there is nothing to check', async () => {
  expect(await linesWith(new AbortController().signal)).toEqual([
    expect.stringContaining('buildbot.tac'),
  ]);
});
