import { describe, expect, it } from 'vitest';
import { maskedTacText } from '../../../../../main/basedir/tac/masked-tac-text.ts';

const masked = (text: string) => maskedTacText(text, '/w/buildbot.tac');
const worker = (passwd: string, before = '') =>
  `from buildbot_worker.bot import Worker\n${before}Worker('h', 1, 'n', ${passwd}, '/b', 60)\n`;

describe('a secret is left out of the shown text', () => {
  it.each([
    ['of the call', worker("'hush-hush'")],
    ['in a variable', worker('p', "p = 'hush-hush'\n")],
    [
      'in words like it, wherever they are',
      worker("'hush-hush'", "print('say hush-hush twice')\n"),
    ],
    ['written otherwise', worker("'hush-hush'", "log('hush\\x2dhush')\n")],
    ['of another worker', worker("'one-secret'") + worker("'hush-hush'")],
    ['in an argument of code', worker("decrypt('hush-hush')")],
    ['in a variable of that code', worker('decrypt(p, key)', "p = 'hush-hush'\n")],
    ['by its name', "api_token = 'hush-hush'\n"],
    ['by its name in a call', "connect(password='hush-hush')\n"],
    ['in parts', "token = ('hush' 'hush-hush')\n"],
    ['in a comment', "# passwd = 'hush-hush'\n#old_password: hush-hush\n"],
    ['in an address', "proxy = 'http://user:hush-hush@proxy'\n"],
  ])('%s', (_what, text) => {
    const shown = masked(text);
    expect(shown).not.toMatch(/hush/);
    expect(shown).toContain('********');
  });

  it('and everything else is as it is', () => {
    const text = worker(
      "'hush-hush'",
      "name = 'hush'\nempty_password = ''\nurl = 'http://h:80/'\n",
    );
    expect(masked(text)).toBe(text.replace('hush-hush', '********'));
  });

  it('over several lines, and those below keep their numbers', () => {
    const shown = masked("secret = '''one\ntwo\nthree'''\nlast = 1\n");
    expect(shown).not.toMatch(/one|two|three/);
    expect(shown.split('\n').indexOf('last = 1')).toBe(3);
  });
});

it('a short password is hidden where it is one, and not in other words', () => {
  expect(masked(worker("'abc'", "name = 'abcde'\n"))).toBe(
    worker("'********'", "name = 'abcde'\n"),
  );
});
