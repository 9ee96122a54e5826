import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeControlPlace } from '../../../../main/control/control-place.ts';
import { diagnose } from '../../../../main/diagnostics/diagnose.ts';
import { formatLogLine } from '../../../../main/logging/log-line.ts';
import type { WorkerConfig } from '../../../../main/worker-settings/worker-config.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const directory = settingsDirectory(basedir);

afterEach(() => vi.unstubAllEnvs());

/** Nobody listens there, which is found out at once. */
const MASTER = {
  kind: 'host',
  host: '127.0.0.1',
  port: 1,
  useTls: false,
  proxyConnectionString: undefined,
} as const;

const write = (changes: Partial<WorkerConfig> = {}): Promise<void> =>
  directory.write(directory.plain({ master: MASTER, ...changes }));

function log(...messages: readonly string[]): Promise<void> {
  const lines = messages.map((message) =>
    formatLogLine({ at: 0, level: 'info', subject: 'worker', message }),
  );
  return writeFile(basedir.at('worker.log'), `${lines.join('\n')}\n`);
}

const report = (patienceMs?: number): Promise<string> =>
  diagnose({ face: 'command-line', dirs: [basedir.path], ...(patienceMs && { patienceMs }) });

describe('the report of a worker', () => {
  it('that does not run has everything but its states', async () => {
    await write({ keepalive: 120 });
    await log('one', 'two');
    const text = await report();
    for (const part of [
      /^# Buildtray diagnostics\n/,
      /\n## Versions\n\n- Buildtray \d/,
      /\n### State\n\n- not running\n/,
      /\n- keepalive: 120\n/,
      /\n- passwd: set\n/,
      /\n- port failed: /,
      /\n### Last 2 lines of .*worker\.log\n\n```\n.* one\n.* two\n```\n/,
    ]) {
      expect(text).toMatch(part);
    }
  });

  it('whose directory is gone names it', async () => {
    const text = await diagnose({ face: 'tray', dirs: [basedir.at('gone')] });
    expect(text).toContain('not running');
    expect(text).toMatch(/### Log\n\n- none/);
    expect(text).toMatch(/### Checks\n\n- .*gone/);
  });

  it('whose settings no worker can run with shows why, and hides the password all the same', async () => {
    const tac = directory.plain({ master: MASTER, password: 'open-sesame-7' });
    await directory.write(`${tac}\nraise SystemExit('off until Monday')\n`);
    await log('logging in with open-sesame-7');
    const text = await report();
    expect(text).toMatch(/### Checks\n\n- .*off until Monday/);
    expect(text).toContain('logging in with ***');
    expect(text).not.toContain('open-sesame-7');
  });

  it('that hangs has what can be known without it', async () => {
    await write();
    await log('the last line it wrote');
    const place = await makeControlPlace(basedir.path);
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(place.path, resolve));
    try {
      const text = await report(1_000);
      expect(text).toMatch(/### State\n\n- not known: no answer within 1 s/);
      expect(text).toContain('the last line it wrote');
      expect(text).toMatch(/- keepalive: /);
    } finally {
      server.close();
      await place.clear();
    }
  });

  it('is bounded, however long the log and its lines are', async () => {
    await write();
    await log(...Array.from({ length: 5_000 }, (_line, at) => `${at} ${'x'.repeat(2_000)}`));
    const text = await report();
    expect(text.length).toBeLessThan(100_000);
    expect(text).toContain(' 4999 xxx');
  });

  it('of an app has its preferences, and names every worker', async () => {
    const dirs = [basedir.at('one'), basedir.at('two')];
    const text = await diagnose({
      face: 'tray',
      dirs,
      preferences: { theme: 'dark', quietHours: { from: 0 } },
    });
    expect(text).toContain('## Preferences\n\n- theme: "dark"\n- quietHours: {"from":0}\n');
    expect(text.match(/^## Worker in /gm)).toHaveLength(2);
    expect(await diagnose({ face: 'tray', dirs: [] })).toContain('There is no worker.');
  });

  it('holds no secret of a setting, a variable or a line of the log', async () => {
    const secret = fc
      .uniqueArray(fc.stringMatching(/^[a-zA-Z0-9_+.~-]{5,12}[0-9][a-zA-Z0-9_+.~-]{5,12}$/), {
        minLength: 4,
        maxLength: 4,
      })
      .filter((all) => all.every((one) => all.every((two) => one === two || !one.includes(two))));
    await fc.assert(
      fc.asyncProperty(secret, async ([password = '', proxy = '', login = '', variable = '']) => {
        const master = {
          ...MASTER,
          proxyConnectionString: `tcp:127.0.0.1:1:username=u:password=${proxy}`,
        };
        await write({ password, master });
        const extras = { proxy: { user: 'u', password: login } };
        await writeFile(basedir.at('buildtray.json'), JSON.stringify(extras));
        vi.stubEnv('DEPLOY_TOKEN', variable);
        const all = [password, proxy, login, variable];
        const token = `ghp_${'a1B2c3D4e5'.repeat(4)}`;
        await log(...all, `x${all.join('')}y`, `cloned with ${token}`, `two\nlines ${password}`);
        const text = await report(2_000);
        expect(text).toContain('cloned with ***');
        for (const one of [...all, token]) expect(text).not.toContain(one);
      }),
      { numRuns: 5 },
    );
  });
});
