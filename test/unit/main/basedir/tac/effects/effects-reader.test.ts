import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../../main/basedir/tac/read-tac.ts';

const OPENING = 'import os, sys\nfrom buildbot_worker.bot import Worker\n';
const WORKER = "s = Worker('h', 1, 'n', 'p', '/b', 600)\ns.setServiceParent(application)\n";

/** What some lines do that come third in a file. */
const effectsOf = (lines: string) => readTac(`${OPENING}${lines}\n${WORKER}`, 'T').effects;
/** The kinds of it; of the environment's changes nothing more than that. */
const kindsOf = (lines: string) =>
  effectsOf(lines).map((effect) => ('effect' in effect ? effect.effect : effect.kind));

describe('what has no effect', () => {
  it.each([
    '"""A text."""',
    'pass',
    'x = y = 1',
    'x: int = int("1") + len(sys.argv)',
    'a, b = "h:1".split(":")',
    'host = os.environ.get("HOST", "h").strip()',
    'host = os.environ["HOST"]',
    'passwd = open("/etc/p").read().strip()',
    'with open("/etc/p", "rb") as f:\n    passwd = f.read().decode()',
    'options = {}\noptions["a"] = 1\noptions.update(b=2)\ndel options["a"]',
    'import json\ndata = json.load(open("x"))\nport = data.get("port")',
    'import socket\nname = socket.gethostname().split(".")[0]',
    'from pathlib import Path\np = Path("x").expanduser().read_text()',
    'def f():\n    sys.exit()',
    'class A(object):\n    def f(self):\n        os.umask(0)',
    'f = lambda: sys.exit()',
    'def f(x):\n    return x.strip()\nhost = f("h")',
    'def f(n):\n    return f(n - 1)\nf(1)',
    'if os.name == "nt":\n    sep = ";"\nelse:\n    sep = ":"',
    'for i in range(3):\n    last = i',
    'try:\n    import json\nexcept ImportError:\n    json = None',
    'if False:\n    os.umask(0)',
    'if __name__ == "__main__":\n    sys.exit()',
    'off = False\noff and sys.exit()',
    'x = 1 if True else sys.exit()',
    'sys.path.insert(0, "/opt")',
    'assert True',
  ])('is left out: %s', (lines) => {
    expect(kindsOf(lines)).toEqual([]);
  });
});

describe('what has an effect', () => {
  it.each([
    ['os.umask(0o22)', ['umask']],
    ['x = os.umask(0o22)', ['umask']],
    ['os.nice(5)', ['priority']],
    ['os.chdir("/")', ['directory']],
    ['import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))', ['limits']],
    ['os.setuid(1)', ['user']],
    ["application = service.Application('buildbot-worker', uid=1)", ['user']],
    ['os.system("x")', ['command']],
    ['from subprocess import call as c\nc(["x"])', ['command']],
    ['from twisted.application import internet\ninternet.TCPServer(1, f)', ['service']],
    ['other.setServiceParent(application)', ['service']],
    ['from twisted.python import log\nlog.startLogging(sys.stdout)', ['log']],
    ['import mysite', ['import']],
    ['from mysite import *', ['import']],
    ['import os.path, mysite.more as m', ['import']],
    ['sys.stdout = open("x")', ['code']],
    ['(sys.stdout, a) = 1, 2', ['code']],
    ['open("x", "w")', ['code']],
    ['print("x")', ['code']],
    ['print "x"', ['code']],
    ['exec("x")', ['code']],
    ['getattr(os, "nice")(5)', ['code']],
    ['assert port', ['code']],
    ['@register\ndef f():\n    pass', ['code']],
    ['class A:\n    os.umask(0)', ['umask']],
    ['def f():\n    os.umask(0)\nf()', ['code']],
    ['[os.umask(0) for x in "a"]', ['umask']],
    ['if os.umask(0):\n    os.nice(1)', ['umask', 'priority']],
    ['for x in y:\n    os.nice(1)', ['priority']],
    ['try:\n    os.nice(1)\nfinally:\n    os.umask(0)', ['priority', 'umask']],
    ['match x:\n    case 1:\n        os.nice(1)', ['priority']],
    ['os.environ["A"] = f()', ['environment']],
    ['if x:\n    os.environ["A"] = "b"', ['environment']],
    ['env = os.environ\nenv.clear()', ['environment']],
    ['from os import environ as e\ne["A"] = f()', ['environment']],
    ['os.environ["A"] = "b"', ['environment-change']],
  ])('is named: %s', (lines, kinds) => {
    expect(kindsOf(lines)).toEqual(kinds);
  });

  it('has its line, and code without texts', () => {
    expect(effectsOf("os.system('curl -u me:secret')")).toMatchObject([
      { line: 3, code: "os.system('…')" },
    ]);
  });
});

describe('what ends the file', () => {
  it.each<[string, string | undefined]>([
    ['raise SystemExit("off until Monday")', undefined],
    ['sys.exit()', undefined],
    ['from sys import exit as leave\nleave(0)', undefined],
    ['os._exit(0)', undefined],
    ['assert False', undefined],
    ['if True:\n    sys.exit()', undefined],
    ['on = False\nif not on: sys.exit()', undefined],
    ['on = False\non or sys.exit()', undefined],
    ['def off():\n    sys.exit()\noff()', undefined],
    ['if x:\n    sys.exit()', 'if'],
    ['if x:\n    pass\nelse:\n    sys.exit()', 'if'],
    ['x and sys.exit()', 'and'],
    ['sys.exit() if x else 0', 'if'],
    ['for x in y:\n    sys.exit()', 'for'],
    ['while x:\n    sys.exit()', 'while'],
    ['try:\n    f = open("x")\nexcept OSError:\n    sys.exit()', 'except'],
    ['def f():\n    if x:\n        sys.exit()\nf()', 'def'],
  ])('is known with what it depends on: %s', (lines, within) => {
    expect(effectsOf(lines).filter(({ kind }) => kind === 'end')).toMatchObject([{ within }]);
  });

  it('is shown with its reason, unless that may be a secret', () => {
    expect(effectsOf("raise SystemExit('off until Monday')")).toMatchObject([
      { code: "raise SystemExit('off until Monday')" },
    ]);
    expect(effectsOf("raise SystemExit('token: abc')")).toMatchObject([
      { code: "raise SystemExit('…')" },
    ]);
  });

  it('means a missing module where only imports are tried', () => {
    expect(kindsOf('try:\n    import json\nexcept ImportError:\n    sys.exit("no json")')).toEqual([
      'code',
    ]);
  });
});

describe('very much', () => {
  it('is named up to a limit', () => {
    expect(effectsOf('os.nice(1)\n'.repeat(1000)).length).toBe(200);
  });
});
