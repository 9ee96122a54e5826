import { chmod, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draftFromTacText, lookAtDirectory } from '../../../../main/adding/look-at-directory.ts';
import { renderTac } from '../../../../main/basedir/tac/render-tac.ts';
import type { Keyring } from '../../../../main/desktop/keyring.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { MAILS } from '../../../support/mails.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
import { reversingKeyring } from '../../../support/reversing-keyring.ts';
import { OLD_TAC } from '../../../support/tac-fixtures.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const basedir = temporaryBasedir();
const english = textsIn('en');
const german = textsIn('de');
const tacPath = () => basedir.at('buildbot.tac');

describe('what was dropped', () => {
  it('is a new directory, or one that is not there', async () => {
    expect(await lookAtDirectory(basedir.path, noKeyring, english)).toEqual({
      ok: true,
      value: { kind: 'empty', path: basedir.path },
    });
    expect(await lookAtDirectory(basedir.at('gone'), noKeyring, german)).toEqual({
      ok: false,
      problem: `${basedir.at('gone')} gibt es nicht.`,
    });
  });

  it('is a worker of today, found by its file too', async () => {
    const config = { ...CONFIG, basedir: basedir.path };
    await writeFile(tacPath(), renderTac(config, { isRelocatable: false }));
    const found = {
      ok: true,
      value: {
        kind: 'worker',
        path: basedir.path,
        workerName: CONFIG.workerName,
        upgrade: [],
        whyNoUpgrade: undefined,
        problem: undefined,
        passwordPlace: undefined,
      },
    };
    expect(await lookAtDirectory(` ${basedir.path} `, noKeyring, english)).toEqual(found);
    expect(await lookAtDirectory(tacPath(), noKeyring, english)).toEqual(found);
  });

  it('is an old worker, which is shown how it would be upgraded and left alone', async () => {
    await writeFile(tacPath(), OLD_TAC);
    const found = await lookAtDirectory(basedir.path, noKeyring, english);
    expect(found).toMatchObject({ ok: true, value: { kind: 'worker', workerName: 'old' } });
    expect(found.ok && found.value.kind === 'worker' && found.value.upgrade).not.toEqual([]);
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD_TAC);
  });

  it('is an old worker that cannot be upgraded, with the reason in the language of the window', async () => {
    await writeFile(tacPath(), `${OLD_TAC}print >>log, "x"\n`);
    expect(await lookAtDirectory(basedir.path, noKeyring, german)).toMatchObject({
      value: {
        upgrade: [],
        whyNoUpgrade: expect.stringMatching(/buildbot\.tac Zeile 7: .* ist kein Python 3/),
        problem: undefined,
      },
    });
  });

  it('is a worker that cannot run, with the reason in the language of the window', async () => {
    await writeFile(tacPath(), OLD_TAC.replace('9989', "'many'"));
    const problem = expect.stringMatching(/Zeile 5: port muss eine Zahl von 1 bis 65535 sein/);
    expect(await lookAtDirectory(basedir.path, noKeyring, german)).toMatchObject({
      value: { problem },
    });
  });
});

describe('an old worker whose password is not in its file', () => {
  const EMPTY = OLD_TAC.replace("'secret'", "''");
  const COMPUTED = OLD_TAC.replace("'secret'", "open('.passwd').read()");
  const found = async (tac: string, keyring: Keyring) => {
    await writeFile(tacPath(), tac);
    const looked = await lookAtDirectory(basedir.path, keyring, english);
    return looked.ok ? looked.value : undefined;
  };

  it.each([EMPTY, COMPUTED])('may have one in the keyring: %s', async (tac) => {
    expect(await found(tac, reversingKeyring)).toMatchObject({
      problem: undefined,
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    });
  });

  it.each([
    [0o644, true],
    [0o600, false],
  ])(
    'may have one in its file where there is no keyring; of mode %o it is open: %s',
    async (mode, isOpen) => {
      await writeFile(tacPath(), EMPTY);
      await chmod(tacPath(), mode);
      expect(await found(EMPTY, noKeyring)).toMatchObject({
        problem: undefined,
        passwordPlace: { kind: 'file', path: tacPath(), why: 'no-keyring', isOpen },
      });
    },
  );

  it('cannot run where code computes it and there is no keyring', async () => {
    expect(await found(COMPUTED, noKeyring)).toMatchObject({
      problem: expect.stringMatching(/passwd comes from the file .*\.passwd, which cannot be read/),
      passwordPlace: undefined,
    });
  });

  it('is not asked for one that would not fix it', async () => {
    expect(await found(EMPTY.replace('9989', "'many'"), reversingKeyring)).toMatchObject({
      problem: expect.stringMatching(/port must be/),
      passwordPlace: undefined,
    });
  });
});

it('reads from a pasted buildbot.tac what differs from the defaults', () => {
  expect(draftFromTacText(OLD_TAC)).toEqual({
    ok: true,
    value: { host: 'ci.example.org', port: '9989', workerName: 'old', password: 'secret' },
  });
  const mail = MAILS.find(({ kind }) => kind === 'a buildbot.tac');
  expect(draftFromTacText(mail?.text ?? '')).toEqual({ ok: true, value: mail?.settings });
  expect(draftFromTacText('print("hello")')).toMatchObject({
    ok: false,
    problem: { key: 'tac.hasNoWorker' },
  });
});
