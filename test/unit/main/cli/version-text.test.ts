import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { versionText } from '../../../../main/cli/version-text.ts';

it('names the version of Buildtray, and an Electron where the tree has one', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  expect(versionText()).toMatch(
    new RegExp(`^buildtray ${version.replaceAll('.', '\\.')}(?:\\nElectron: .* build .*)?$`),
  );
});
