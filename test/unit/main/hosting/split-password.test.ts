import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { renderTac } from '../../../../main/basedir/tac/render-tac.ts';
import {
  isForKeyring,
  passwordShown,
  splitPassword,
} from '../../../../main/hosting/split-password.ts';
import { hostedWorkerIn } from '../../../support/hosted-worker-in.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
import { reversingKeyring } from '../../../support/reversing-keyring.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const basedir = temporaryBasedir();

async function workerWith(passwd?: string) {
  const tac = renderTac({ ...CONFIG, basedir: basedir.path }, { isRelocatable: false });
  const text = passwd === undefined ? tac : tac.replace(/^passwd = .*$/m, `passwd = ${passwd}`);
  await writeFile(basedir.at('buildbot.tac'), text);
  return hostedWorkerIn(basedir.path);
}

describe('a new password', () => {
  const CHANGES = { keepalive: 5, password: 'new' };

  it('stays in the file where the old one is', async () => {
    const hosted = await workerWith();
    expect(await splitPassword(hosted, CHANGES, reversingKeyring)).toEqual({
      ok: true,
      value: { settings: CHANGES, encrypted: undefined },
    });
  });

  it('goes to the keyring where code computes the old one, and the file keeps that', async () => {
    const hosted = await workerWith("open('p').read()");
    const encrypted = Buffer.from('wen').toString('base64');
    expect(await splitPassword(hosted, CHANGES, reversingKeyring)).toEqual({
      ok: true,
      value: { settings: { keepalive: 5 }, encrypted },
    });
    expect(await isForKeyring(hosted, noKeyring)).toBe(false);
    expect(await splitPassword(hosted, { keepalive: 5 }, reversingKeyring)).toMatchObject({
      value: { encrypted: undefined },
    });
  });
});

describe('the password on a page', () => {
  const SECRET = { kind: 'secret', name: 'password', isSet: false } as const;

  it('is set where the keyring has it, whatever the file holds', () => {
    expect(passwordShown(SECRET, true, true)).toEqual({ ...SECRET, isSet: true });
    expect(passwordShown({ ...SECRET, isSet: true }, true, false)).toEqual(SECRET);
    expect(passwordShown(SECRET, false, true)).toEqual({ ...SECRET, isSet: true });
    expect(passwordShown(SECRET, false, false)).toEqual(SECRET);
  });

  it('changes no other setting', () => {
    const port = { kind: 'default', name: 'port', value: 9989 } as const;
    expect(passwordShown(port, true, true)).toBe(port);
  });
});
