import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { versionText } from '../../../../main/cli/version-text.ts';

it('names the versions of Buildtray and of the worker it is compatible with, and an Electron where the tree has one', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  expect(versionText()).toMatch(
    new RegExp(
      `^buildtray ${version.replaceAll('.', '\\.')}\\nworker version: 4\\.3\\.0(?:\\nElectron: .* build .*)?$`,
    ),
  );
});
