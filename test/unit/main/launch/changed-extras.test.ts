import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { changedExtras } from '../../../../main/launch/changed-extras.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

async function save(contents: unknown): Promise<void> {
  const text = typeof contents === 'string' ? contents : JSON.stringify(contents);
  await writeFile(temporary.at('buildtray.json'), text);
}

it('reads nothing where nothing is to change', async () => {
  await save('broken');
  expect(await changedExtras(temporary.path, {})).toEqual({ ok: true, value: undefined });
});

it('adds what changes to what the file holds, and does not write it', async () => {
  const saved = { tls: { authorities: '/farm.pem' }, proxy: { user: 'ada', password: 'p' } };
  await save(saved);
  expect(await changedExtras(temporary.path, { proxyUser: 'bob' })).toEqual({
    ok: true,
    value: { ...saved, proxy: { user: 'bob', password: 'p' } },
  });
  expect(JSON.parse(await readFile(temporary.at('buildtray.json'), 'utf8'))).toEqual(saved);
});

it('names the setting that cannot be', async () => {
  expect(await changedExtras(temporary.path, { proxyPassword: 'p' })).toEqual({
    ok: false,
    problem: {
      kind: 'fault',
      name: 'proxyUser',
      fault: { kind: 'needed-with', other: 'proxyPassword' },
    },
  });
});

it('reports a file that cannot be read', async () => {
  await save('broken');
  expect(await changedExtras(temporary.path, { proxyUser: 'ada' })).toMatchObject({
    ok: false,
    problem: { kind: 'unreadable', problem: { key: 'extras.notJson' } },
  });
});
