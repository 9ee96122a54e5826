import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { withTodaysSettings } from '../../../../../main/basedir/upgrade/with-todays-settings.ts';

const IMPORT = 'from buildbot_worker.bot import Worker\n';

function upgraded(text: string) {
  const whole = IMPORT + text;
  const { text: after, added } = withTodaysSettings(whole, readTac(whole, '/w/buildbot.tac'));
  return { text: after.slice(IMPORT.length), added };
}

describe('settings that came later', () => {
  it('are added with their defaults: a variable above the call, an argument in it', () => {
    const { text, added } = upgraded("s = Worker('h', 1, 'n', 'p', '/b')\n");
    expect(added).toEqual(expect.arrayContaining(['maxdelay', 'use_tls', 'protocol']));
    expect(text).toMatch(/^maxdelay = 300$/m);
    expect(text).toMatch(/^use_tls = False$/m);
    // Under the first argument.
    expect(text).toMatch(/^ {11}useTls=use_tls,$/m);
    const { settings, problems } = readTac(IMPORT + text, '/w/buildbot.tac');
    expect(problems).toEqual([]);
    expect(added.map((name) => settings.get(name)?.kind)).toEqual(added.map(() => 'literal'));
  });

  it('are not added where they are, or where their name means something else', () => {
    const { text, added } = upgraded("protocol = 7\ns = Worker('h', 1, maxdelay=5)\n");
    expect(added).not.toContain('maxdelay');
    expect(added).not.toContain('protocol');
    expect(text).toMatch(/^protocol = 7$/m);
    expect(upgraded(text).added).toEqual([]);
    expect(upgraded(text).text).toBe(text);
  });

  it('follow the line ends of the file', () => {
    const text = `${IMPORT}s = Worker('h', 1)\n`.replaceAll('\n', '\r\n');
    const after = withTodaysSettings(text, readTac(text, '/w/buildbot.tac'));
    expect(after.added).not.toEqual([]);
    expect(after.text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it.each(['a = 1; Worker(1)\n', 'if a:\n  Worker(1)\n', 'pass\n'])(
    'have no place in %j, which stays as it is',
    (text) => {
      expect(upgraded(text)).toEqual({ text, added: [] });
    },
  );
});
