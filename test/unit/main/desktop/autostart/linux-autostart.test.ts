import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StartCommand } from '../../../../../main/desktop/autostart/autostart.ts';
import { LinuxAutostart } from '../../../../../main/desktop/autostart/linux-autostart.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { worded } from '../../../../support/worded.ts';

const config = temporaryBasedir();
const autostartFor = (...command: StartCommand) => new LinuxAutostart(config.path, command);
const entry = () => readFile(join(config.path, 'autostart', 'buildtray.desktop'), 'utf8');

describe('the start at login', () => {
  it('is an entry in the folder of the desktop, which may not exist yet', async () => {
    const autostart = autostartFor('/opt/buildtray/buildtray');
    expect(await autostart.isOn()).toBe(false);
    expect(await autostart.turnOn(true)).toEqual({ ok: true, value: undefined });
    expect(await entry()).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
    expect(await entry()).toMatch(/^Exec="\/opt\/buildtray\/buildtray" "--hidden"$/m);
    expect(await autostart.isOn()).toBe(true);
    expect(await readdir(join(config.path, 'autostart'))).toEqual(['buildtray.desktop']);
  });

  it('opens the window when that is asked for', async () => {
    await autostartFor('/usr/bin/buildtray').turnOn(false);
    expect(await entry()).not.toContain('--hidden');
  });

  it('reports in every language what it is for', async () => {
    await autostartFor('/usr/bin/buildtray').turnOn(false);
    expect(await entry()).toContain(
      'Comment=Lends this machine to Buildbot\nComment[de]=Leiht diesen Rechner einem Buildbot\n',
    );
  });

  it('is turned off without a trace, also twice', async () => {
    const autostart = autostartFor('/usr/bin/buildtray');
    await autostart.turnOn(true);
    expect(await autostart.turnOff()).toEqual({ ok: true, value: undefined });
    expect(await autostart.turnOff()).toEqual({ ok: true, value: undefined });
    expect(await autostart.isOn()).toBe(false);
    expect(await readdir(join(config.path, 'autostart'))).toEqual([]);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off when the desktop has put %s into the entry',
    async (line) => {
      const autostart = autostartFor('/usr/bin/buildtray');
      await autostart.turnOn(true);
      await writeFile(
        join(config.path, 'autostart', 'buildtray.desktop'),
        `${await entry()}${line}\n`,
      );
      expect(await autostart.isOn()).toBe(false);
    },
  );

  it('quotes a program as the specification of desktop entries asks', async () => {
    await autostartFor('/home/a b/100% "$x`\\y').turnOn(false);
    // Quoted as an argument (\" \$ \` \\), and each backslash doubled as in every string of the file.
    expect(await entry()).toContain('Exec="/home/a b/100%% \\\\"\\\\$x\\\\`\\\\\\\\y"\n');
  });

  it('leaves nothing beside an entry that cannot be replaced', async () => {
    const dir = join(config.path, 'autostart');
    await mkdir(join(dir, 'buildtray.desktop', 'a folder'), { recursive: true });
    expect(await autostartFor('/usr/bin/buildtray').turnOn(true)).toMatchObject({ ok: false });
    expect(await readdir(dir)).toEqual(['buildtray.desktop']);
  });

  it('reports in a sentence what prevents it', async () => {
    await writeFile(join(config.path, 'autostart'), 'a file');
    expect(await autostartFor('/usr/bin/buildtray').turnOn(true)).toMatchObject({
      ok: false,
      problem: worded(/^Cannot write .*autostart\/buildtray\.desktop: /),
    });
  });
});
