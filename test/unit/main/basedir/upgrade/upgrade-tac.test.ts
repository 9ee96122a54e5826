import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { readTacFile } from '../../../../../main/basedir/tac/tac-file.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { type UpgradedTac, upgradeTac } from '../../../../../main/basedir/upgrade/upgrade-tac.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import { TAC_FIXTURES, type TacFixture } from '../../../../support/tac-fixtures.ts';
import { worded } from '../../../../support/worded.ts';

/** What has to be done by hand, and why. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'a-master': /creates no worker/,
  'buildslave-urllib2': /line 1 uses `urllib2`/,
  'cut-short': /line 5: `s = Worker\('ci.*` is not Python 3/,
  'either-by-if': /creates one of several workers \(lines 8, 10\), and `if`/,
  'either-by-import': /creates one of several workers \(lines 6, 9\), and `try`/,
  'own-class': /creates no worker/,
  'two-workers': /creates 2 workers/,
  'worker-made-in-a-function': /inside `def`/,
  'workers-in-a-loop': /inside `for`/,
};

async function textOf({ path }: TacFixture): Promise<string> {
  const file = await readTacFile(path);
  if (!file.ok) throw new Error(inEnglish(file.problem));
  return file.value.text;
}

function upgraded(text: string): UpgradedTac {
  const result = upgradeTac(text, '/srv/w/buildbot.tac');
  if (!result.ok) throw new Error(inEnglish(result.problem));
  return result.value;
}

describe('upgrading the collection', () => {
  const CASES = TAC_FIXTURES.map((fixture) => [fixture.name, fixture] as const);

  it.each(CASES.filter(([name]) => name in REFUSED))(
    'refuses %s with a reason',
    async (name, f) => {
      expect(upgradeTac(await textOf(f), f.path)).toEqual({
        ok: false,
        problem: worded(REFUSED[name] ?? /never/),
      });
    },
  );

  it.each(CASES.filter(([name]) => !(name in REFUSED)))(
    'keeps every value of %s, its comments, and what it means',
    async (_name, fixture) => {
      const text = await textOf(fixture);
      const { text: after } = upgraded(text);
      const before = readTac(text, fixture.path);
      const reading = readTac(after, fixture.path);
      expect(reading).toMatchObject({
        age: 'buildbot_worker.bot',
        problems: [],
        warnings: before.warnings
          .filter((warning) => !/not valid Python/.test(inEnglish(warning)))
          .map(() => worded(/./)),
      });
      const config = workerConfigFrom(before);
      const configAfter = workerConfigFrom(reading);
      if (config.ok)
        expect(configAfter.ok && configAfter.value.config).toEqual(config.value.config);
      else expect(configAfter).toMatchObject({ problem: { kind: config.problem.kind } });
      const comments = text.match(/#.*$/gm) ?? [];
      expect(comments.filter((comment) => !after.includes(comment))).toEqual([]);
    },
  );

  it.each(CASES.filter(([name]) => !(name in REFUSED)))(
    'finds nothing to do in %s a second time',
    async (_name, fixture) => {
      const { text } = upgraded(await textOf(fixture));
      expect(upgraded(text)).toMatchObject({ text, steps: [] });
    },
  );
});

const OLD = `\
from buildslave.bot import BuildSlave
from twisted.application import service
application = service.Application('buildslave')
`;

describe('an upgrade', () => {
  it('writes what today is written', () => {
    const text = `${OLD}slavename = 'bob'
usepty = 0  # no terminal
umask = 022

# our only machine
s = BuildSlave('ci', 9989, slavename, 'p', '/b', 600, usepty, umask=umask)
s.setServiceParent(application)
`;
    expect(upgraded(text).text).toBe(`\
from buildbot_worker.bot import Worker
from twisted.application import service
application = service.Application('buildbot-worker')
workername = 'bob'
umask = 0o22

# our only machine
connection_string = None
maxdelay = 300
numcpus = None
allow_shutdown = None
maxretries = None
use_tls = False
delete_leftover_dirs = False
proxy_connection_string = None
protocol = 'pb'
s = Worker('ci', 9989, workername, 'p', '/b', 600, umask=umask,
           connection_string=connection_string,
           maxdelay=maxdelay,
           numcpus=numcpus,
           allow_shutdown=allow_shutdown,
           maxRetries=maxretries,
           useTls=use_tls,
           delete_leftover_dirs=delete_leftover_dirs,
           proxy_connection_string=proxy_connection_string,
           protocol=protocol)
s.setServiceParent(application)
`);
  });

  it('keeps usepty where something else asks for it', () => {
    const text = `${OLD}usepty = 1\nprint(usepty)\nBuildSlave('ci', 1, 'n', 'p', '/b', 600, usepty)\n`;
    expect(upgraded(text).text).toContain('usepty = 1\nprint(usepty)\n');
  });

  it('names what code computes', () => {
    const text = `${OLD}import os\np = os.environ['P']\nBuildSlave('ci', 1, 'n', p, '/b', 600, 0).setServiceParent(application)\n`;
    expect(upgraded(text).notes.map(inEnglish)).toEqual([
      "/srv/w/buildbot.tac line 5 computes by `os.environ['…']`, and keeps: passwd.",
    ]);
  });

  it('names what a file does besides, and that it means not to run', () => {
    const text = `${OLD}import os\nos.nice(5)\nBuildSlave('ci', 1, 'n', 'p', '/b', 600, 0)\n`;
    expect(upgraded(text).notes).toEqual([
      worded(/line 5 changes the priority/),
      worded(/line 16 creates the worker, but no line adds it/),
    ]);
  });

  it('leaves out settings whose names are taken', () => {
    const text = `${OLD}protocol = 7\nBuildSlave('ci', 1, 'n', 'p', '/b', 600, 0)\n`;
    const { text: after, steps } = upgraded(text);
    expect(after).not.toContain('protocol=protocol');
    expect(steps.map(inEnglish).join()).not.toContain(' protocol');
  });

  it.each([
    ['print >>log, "x"'],
    ['x = `1`'],
    ['raise ValueError, "x"'],
    ['exec "x"'],
    ['print "a" \\\n  , "b"'],
  ])('does not guess at %j', (line) => {
    const text = `${OLD}${line}\nBuildSlave('ci', 1, 'n', 'p', '/b', 600, 0)\n`;
    expect(upgradeTac(text, 'T')).toEqual({
      ok: false,
      problem: worded(/^T line [45]: `.*` is not Python 3/),
    });
  });

  it.each([
    ['print "a", 1  # shown', 'print("a", 1)  # shown'],
    ['print "#";', 'print("#");'],
    ['print "a",', `print("a", end=' ')`],
    ['if 1 <> 2: pass', 'if 1 != 2: pass'],
    ['mode = 0755L', 'mode = 0o755'],
    ['zero = 00', 'zero = 00'],
  ])('writes %j as %j', (old, modern) => {
    const text = `${OLD}${old}\nBuildSlave('ci', 1, 'n', 'p', '/b', 600, 0)\n`;
    expect(upgraded(text).text).toContain(`\n${modern}\n`);
  });
});
