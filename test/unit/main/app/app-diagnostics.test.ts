import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { AppDiagnostics } from '../../../../main/app/app-diagnostics.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { configFrom } from '../../../../main/worker-settings/config-from.ts';
import { withDefaults } from '../../../../main/worker-settings/with-defaults.ts';
import { SAMPLE_PREFERENCES } from '../../../support/sample-preferences.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function diagnosticsAt(answer?: string) {
  const named = { basedir: basedir.at('one'), workerName: 'w', host: 'ci', port: 1 };
  const config = configFrom(withDefaults({ ...named, password: 'of-the-keyring' }));
  return new AppDiagnostics({
    workers: () => [
      { id: 'w1', basedir: basedir.at('one'), config },
      { id: 'w2', basedir: basedir.at('two-of-the-keyring'), config: undefined },
    ],
    preferences: () => SAMPLE_PREFERENCES,
    askWhereToSave: async () => answer,
  });
}

it('reports on all workers, or on one, without the passwords of the keyring', async () => {
  const diagnostics = diagnosticsAt();
  const all = await diagnostics.make(undefined);
  expect(all.match(/^## Worker in .*$/gm)).toEqual([
    expect.stringMatching(/one$/),
    expect.stringMatching(/two-\*\*\*$/),
  ]);
  expect(all).toContain('## Preferences');
  expect((await diagnostics.make('w1')).match(/^## Worker in /gm)).toHaveLength(1);
});

it('saves what was shown, unless the user thinks better of it', async () => {
  const path = basedir.at('report.md');
  const diagnostics = diagnosticsAt(path);
  const shown = await diagnostics.make('w1');
  expect(await diagnostics.save()).toEqual(succeeded(true));
  expect(await readFile(path, 'utf8')).toBe(shown);
  expect(await diagnosticsAt().save()).toEqual(succeeded(false));
});

it('reports why it cannot be saved', async () => {
  const path = basedir.at('no', 'report.md');
  expect(await diagnosticsAt(path).save()).toMatchObject({
    ok: false,
    problem: { key: 'files.cannotWrite', facts: { path } },
  });
});
