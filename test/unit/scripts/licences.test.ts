import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listedPackages, unbundledPackages } from '../../../scripts/build/licence-lists.mjs';
import { thirdPartyLicences } from '../../../scripts/build/third-party-licences.mjs';

it('names each package once, with its version, its licence and the text of it', () => {
  const zod = { name: 'zod', version: '4.6.7', identifier: 'MIT', text: 'Use it.\n' };
  const text = thirdPartyLicences([zod, { name: 'ws', version: '8.0.0', identifier: 'MIT' }, zod]);
  expect(text.split(/\n\n-+\n/).slice(1)).toEqual([
    'ws 8.0.0 (MIT)\n\nThe package has no text of its licence, MIT.',
    'zod 4.6.7 (MIT)\n\nUse it.',
  ]);
});

it('refuses a package that names no licence', () => {
  expect(() => thirdPartyLicences([{ name: 'ours?', version: '1.0.0' }])).toThrow(
    'ours? 1.0.0 names no licence',
  );
});

it('finds the packages that are packed as they are', () => {
  const names = unbundledPackages('.').map(({ name }) => name);
  expect(names).toContain('@lydell/node-pty');
  expect(names).toContain(`@lydell/node-pty-${process.platform}-${process.arch}`);
});

it('lists what each bundle holds', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-licences-'));
  try {
    for (const bundle of ['main', 'preload', 'renderer', 'cli']) {
      fs.mkdirSync(`${dir}/${bundle}/.vite`, { recursive: true });
      const list = [{ name: bundle, version: '1.0.0', identifier: 'MIT' }];
      fs.writeFileSync(`${dir}/${bundle}/.vite/licences.json`, JSON.stringify(list));
    }
    const names = listedPackages(dir).map(({ name }) => name);
    expect(names).toEqual(['main', 'preload', 'renderer', 'cli']);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
});
