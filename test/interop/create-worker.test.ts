import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTacs } from './support/inspect-tac.ts';
import type { Maker } from './support/interop-worker.ts';
import { ownCommandLinePath, temporaryDir, venvProgram } from './support/places.ts';

// What `create-worker` takes, refuses and makes, beside the Python worker's.

let dir = '';
beforeAll(() => {
  dir = temporaryDir();
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

interface Made {
  readonly hasSucceeded: boolean;
  readonly printed: string;
}

function create(by: Maker, args: readonly string[]): Made {
  const [program, first] =
    by === 'python'
      ? [venvProgram('buildbot-worker'), []]
      : [process.execPath, [ownCommandLinePath]];
  const { status, stdout, stderr } = spawnSync(program, [...first, 'create-worker', ...args], {
    encoding: 'utf8',
    cwd: dir,
    env: { PATH: process.env.PATH, HOME: dir },
  });
  return { hasSucceeded: status === 0, printed: stdout + stderr };
}

describe('wrong arguments', () => {
  const ARGS = ['w', 'ci', 'name', 'passwd'];

  it.each([
    [['w', 'ci', 'name'], 'incorrect number of arguments'],
    [[...ARGS, 'more'], 'incorrect number of arguments'],
    [['w', 'http://ci', 'name', 'p'], '<master> is not a URL - do not use URL'],
    [['w', 'ci:', 'name', 'p'], "invalid master port '', needs to be a number"],
    [['w', 'ci:x', 'name', 'p'], "invalid master port 'x', needs to be a number"],
    [['w', ':9989', 'name', 'p'], "invalid <master> argument ':9989'"],
    [
      ['w', 'fe80::1:9989', 'name', 'p'],
      "invalid <master> argument 'fe80::1:9989', if it is an ipv6 address, it must be enclosed by []",
    ],
    [['--keepalive', 'x', ...ARGS], 'keepalive parameter needs to be a number'],
    [['--maxdelay', 'x', ...ARGS], 'maxdelay parameter needs to be a number'],
    [['--log-size', '1k', ...ARGS], 'log-size parameter needs to be a number'],
    [['--log-count', 'x', ...ARGS], 'log-count parameter needs to be a number or None'],
    [['--umask', 'x', ...ARGS], 'umask parameter needs to be a number or None'],
    [['--maxretries', '-1', ...ARGS], 'maxretries parameter needs to be a number or None'],
    [['--numcpus', 'X', ...ARGS], 'numcpus parameter needs to be a number or None'],
    [['-a', 'mail', ...ARGS], "allow-shutdown needs to be one of 'signal' or 'file'"],
  ])('%j is refused by both in one sentence', (args, sentence) => {
    for (const by of ['python', 'buildtray'] as const) {
      const { hasSucceeded, printed } = create(by, args);
      expect([by, hasSucceeded]).toEqual([by, false]);
      expect(printed).toContain(sentence);
    }
    // Their home is here, with Buildtray's compiled code in its cache.
    expect(fs.readdirSync(dir).filter((name) => name !== '.cache')).toEqual([]);
  });
});

describe('a directory', () => {
  const SETS: readonly (readonly [string, readonly string[]])[] = [
    ['plain', []],
    ['short', ['-f', '-q', '-k', '5', '-s', '4711', '-l', 'None', '-a', 'file']],
    ['relocatable', ['-r', '-n']],
    [
      'every',
      [
        ...['--force', '--quiet', '--use-tls', '--delete-leftover-dirs', '--keepalive', '7'],
        ...['--umask', '0o27', '--maxdelay', '9', '--maxretries', '3', '--numcpus', '2'],
        ...['--log-size', '1000', '--log-count', '4', '--allow-shutdown', 'signal'],
        ...['--protocol', 'pb', '--proxy-connection-string', 'tcp:host=proxy:port=1'],
      ],
    ],
    ['string', ['--connection-string', 'tls:host=ci:port=1']],
    ['websocket', ['--protocol', 'msgpack_experimental_v7', '--umask', '18']],
  ];

  it.each(SETS)('that is %s means the same to Python, whoever made it', (name, options) => {
    const made = (['python', 'buildtray'] as const).map((by) => {
      const worker = path.join(dir, by, name);
      fs.mkdirSync(path.dirname(worker), { recursive: true });
      // To a WebSocket the Python worker does not get by an IPv6 address.
      const master = name === 'websocket' ? 'ci:4711' : '[2001:db8::7]:4711';
      const args = [...options, worker, master, 'wörk\'er "1"', 'p\\a\'s"s'];
      expect(create(by, args)).toMatchObject({ hasSucceeded: true });
      return { worker, files: filesOf(worker) };
    });
    const [python, ours] = made;
    expect(ours?.files).toEqual(python?.files);
    const tacPaths = made.map(({ worker }) => path.join(worker, 'buildbot.tac'));
    const [byPython, byUs] = inspectTacs(tacPaths);
    expect(byUs?.error).toBe(null);
    const at = ({ worker }: { worker: string }) => JSON.stringify(worker).slice(1, -1);
    const shown = JSON.stringify(byUs, sorted).replaceAll(at(made[1] ?? { worker: '' }), 'DIR');
    expect(JSON.parse(shown)).toEqual(
      JSON.parse(JSON.stringify(byPython, sorted).replaceAll(at(made[0] ?? { worker: '' }), 'DIR')),
    );
  });

  it('that is there already is used again, by both', () => {
    for (const by of ['python', 'buildtray'] as const) {
      const worker = path.join(dir, `${by}-again`);
      const args = [worker, 'ci', 'name'];
      create(by, [...args, 'one']);
      const files = filesOf(worker);
      expect(create(by, [...args, 'one'])).toMatchObject({ hasSucceeded: true });
      expect(filesOf(worker)).toEqual(files);
      fs.writeFileSync(path.join(worker, 'info/host'), 'mine');
      expect(create(by, [...args, 'two'])).toMatchObject({ hasSucceeded: true });
      expect(filesOf(worker)).toEqual([...files, '100600 buildbot.tac.new'].sort(byName));
      expect(fs.readFileSync(path.join(worker, 'buildbot.tac'), 'utf8')).toContain("'one'");
      expect(fs.readFileSync(path.join(worker, 'buildbot.tac.new'), 'utf8')).toContain("'two'");
      expect(fs.readFileSync(path.join(worker, 'info/host'), 'utf8')).toBe('mine');
    }
  });
});

/** Python's 1 and 0 are its True and False, None is what is not handed over. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return value === true ? 1 : value === false ? 0 : value;
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function filesOf(worker: string): readonly string[] {
  return fs
    .readdirSync(worker, { recursive: true, encoding: 'utf8' })
    .map((name) => `${fs.statSync(path.join(worker, name)).mode.toString(8)} ${name}`)
    .sort(byName);
}

function byName(a: string, b: string): number {
  return a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1;
}
