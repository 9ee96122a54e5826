import { describe, expect, it } from 'vitest';
import { withPython3Names } from '../../../../../main/basedir/upgrade/with-python3-names.ts';

describe('a name of Python 2 with one meaning', () => {
  it.each([
    ["p = file('x').read()", "p = open('x').read()"],
    ['u = unicode(raw_input())', 'u = str(input())'],
    ['for i in xrange(long(2)): pass', 'for i in range(int(2)): pass'],
    ["if d.has_key('a'): pass", "if ('a' in d): pass"],
    ['x = not d.has_key(a or b)', 'x = not ((a or b) in d)'],
    ['x = a.has_key(b.has_key(c))', 'x = ((c in b) in a)'],
    ['for k, v in d.iteritems(): pass', 'for k, v in d.items(): pass'],
    ['import ConfigParser', 'import configparser as ConfigParser'],
    ['import os, Queue as q', 'import os, queue as q'],
    ['from StringIO import StringIO', 'from io import StringIO'],
    [
      'import commands\nx = commands.getoutput("w")',
      'import subprocess as commands\nx = commands.getoutput("w")',
    ],
    ['x = os.getcwdu()', 'x = os.getcwd()'],
  ])('is converted: %s', (old, modern) => {
    expect(withPython3Names(old)).toBe(modern);
    expect(withPython3Names(modern)).toBe(modern);
  });

  it.each([
    'file = 1\nx = file',
    'def unicode(x): return x\nunicode(1)',
    'from six import unichr, xrange\nxrange(1)',
    'f(file=1)',
    'x.file',
    'for long in x: long',
    '"file(xrange)"  # unicode',
  ])('stays where it is the file’s own: %s', (text) => {
    expect(withPython3Names(text)).toBe(text);
  });
});
