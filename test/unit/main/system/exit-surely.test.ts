import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onlyIf } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const MODULE = new URL('../../../../main/system/exit-surely.ts', import.meta.url).href;

/** Node runs the script, by the words that `beneath` puts around its own. */
function run(script: string, beneath = (words: readonly string[]) => words) {
  const source = `import { exitSurely } from ${JSON.stringify(MODULE)};\n${script}`;
  const node = [
    process.execPath,
    '--experimental-strip-types',
    '--input-type=module',
    '-e',
    source,
  ];
  const [program = '', ...args] = beneath(node);
  return spawnSync(program, args, { timeout: 25_000, encoding: 'utf8' });
}

/** Takes every question and answers none. */
const SILENT_NAME_SERVER = `
  import { createSocket } from 'node:dgram';
  import { once } from 'node:events';
  import { lookup } from 'node:dns';
  const server = createSocket('udp4').bind(53, '127.0.0.1');
  await once(server, 'listening');
  lookup('ci.example.org', () => {});
  await once(server, 'message');
  console.log('asked');
  await exitSurely(3);
`;

/** The words that give a program a network and mounts of its own; undefined where that is not allowed. */
const unshare = [
  ['unshare', '--net', '--mount'],
  ['unshare', '--map-root-user', '--net', '--mount'],
].find(([program = '', ...args]) => {
  const tried = [
    ...args,
    'sh',
    '-c',
    'ip link set lo up && mount --bind /etc/hosts /etc/resolv.conf',
  ];
  return spawnSync(program, tried).status === 0;
});

describe('a process that is to end', () => {
  it('ends with its code', () => {
    expect(run('await exitSurely(3)').status).toBe(3);
  });

  it('ends by force though a file system never answers', () => {
    const pipe = basedir.at('pipe');
    execFileSync('mkfifo', [pipe]);
    const blocked = `import { open } from 'node:fs/promises'; void open(${JSON.stringify(pipe)});`;
    const { status, signal, error } = run(`${blocked}\nawait exitSurely(3)`);
    expect([status, signal, error]).toEqual([3, null, undefined]);
  });

  it(
    'ends with its code though a name server never answers (Linux, with a network of its own)',
    onlyIf(
      unshare !== undefined,
      'only here can a process have a network and a resolver of its own',
    ),
    () => {
      const resolver = basedir.at('resolv.conf');
      writeFileSync(resolver, 'nameserver 127.0.0.1\noptions timeout:30 attempts:2\n');
      const asked = run(SILENT_NAME_SERVER, (node) => [
        ...(unshare ?? []),
        'sh',
        '-c',
        'ip link set lo up && mount --bind "$0" /etc/resolv.conf && exec "$@"',
        resolver,
        ...node,
      ]);
      expect([asked.status, asked.signal, asked.error]).toEqual([3, null, undefined]);
      expect(asked.stdout).toBe('asked\n');
    },
  );
});
