import { describe, expect, it } from 'vitest';
import { missingName } from '../../../../../main/basedir/upgrade/missing-name.ts';

describe('what Python 3 with buildbot-worker 4.3 does not have', () => {
  it.each([
    ['import urllib2', 'urllib2'],
    ['from sets import Set', 'sets'],
    ['import urllib\nurllib.urlopen("x")', 'urllib.urlopen'],
    ['from urllib import urlencode', 'urllib.urlencode'],
    ['import string\nstring.join(a, "")', 'string.join'],
    ['execfile("x")', 'execfile'],
    ['"abc".decode("utf-8")', 'str.decode'],
    ['open("x").read().strip().decode("utf-8")', 'str.decode'],
    ['"abc".encode("hex")', 'str.encode'],
    ['x = d.keys()[0]', 'keys()[…]'],
    ['x = map(f, y)[0]', 'map()[…]'],
    ['d.keys().sort()', 'keys().sort'],
    ['import buildbot_worker.idleizer', 'buildbot_worker.idleizer'],
    ['from buildbot_worker import registry', 'buildbot_worker.registry'],
    ['from buildbot_worker.bot import Bot', 'buildbot_worker.bot.Bot'],
    ['from buildbot_worker.commands import git', 'buildbot_worker.commands.git'],
    ['from buildbot_worker.commands.git import Git', 'buildbot_worker.commands.git'],
  ])('is found: %s', (text, name) => {
    expect(missingName(text)?.name).toBe(name);
  });

  it('is found with its line', () => {
    expect(missingName('x = 1\n\nreload(x)')).toEqual({ line: 3, name: 'reload' });
  });

  it.each([
    'from buildbot_worker.bot import Worker',
    'import buildbot_worker.commands.registry',
    'try:\n    import urllib2\nexcept ImportError:\n    import urllib.request as urllib2',
    'def reduce(x): return x\nreduce(1)',
    'f(cmp=1)',
    'b"x".decode("utf-8")',
    'open("x", "rb").read().decode("utf-8")',
    'subprocess.check_output("x").decode()',
    'import string\nstring.ascii_letters',
    'd["a"][0]',
    'list(d.keys())[0]',
  ])('is not in: %s', (text) => {
    expect(missingName(text)).toBeUndefined();
  });
});
