import { Buffer } from 'node:buffer';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { expect, it } from 'vitest';
import type { JellyValue } from '../../main/spread/jelly/jelly-value.ts';
import { mapOf } from '../support/msgpack-master.ts';
import { onlyOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();
/** No UTF-8: as text it would be the name `ba�d`. */
const FOREIGN = new Uint8Array(Buffer.from('ba\xffd', 'latin1'));

async function attachedWorker(path = basedir.path) {
  const master = await startMaster();
  const { worker } = makeWorker(path, master.port);
  const attached = master.nextAttached();
  worker.start();
  const remote = await attached;
  await untilStatus(worker, 'idle');
  return remote;
}

/** A name for each place where a master may put one. */
const SHELL = { command: 'true', workdir: 'build', logEnviron: false };
const STARTS: readonly (readonly [name: string, args: Record<string, JellyValue>])[] = [
  ['mkdir', { dir: FOREIGN }],
  ['rmdir', { dir: FOREIGN }],
  ['cpdir', { fromdir: 'build', todir: FOREIGN }],
  ['stat', { file: FOREIGN }],
  ['glob', { path: FOREIGN }],
  ['listdir', { dir: FOREIGN }],
  ['rmfile', { path: FOREIGN }],
  ['shell', { ...SHELL, workdir: FOREIGN }],
  ['shell', { ...SHELL, command: FOREIGN }],
  ['shell', { ...SHELL, command: ['touch', FOREIGN] }],
  ['shell', { ...SHELL, env: new Map([['A', FOREIGN]]) }],
  ['shell', { ...SHELL, logfiles: new Map([['log', FOREIGN]]) }],
];

it('refuses names of a master whose bytes are no UTF-8, in every command', async () => {
  const remote = await attachedWorker();
  for (const [name, args] of STARTS) {
    await expect(remote.startCommand('linux', name, args), name).rejects.toThrow(
      /the argument '\w+' has bytes that are not UTF-8/,
    );
  }
  const builders = remote.setBuilders(['linux', FOREIGN as never]);
  await expect(builders).rejects.toThrow("the builder 'ba�d' has bytes that are not UTF-8");
  expect([readdirSync(basedir.path), readdirSync(basedir.at('linux'))]).toEqual([
    ['docs', 'linux', 'twistd.hostname'],
    [],
  ]);
});

it('refuses them over MessagePack, too', async () => {
  const master = await msgpackMaster();
  const { worker } = makeWorker(basedir.path, master.port, { protocol: 'msgpack_experimental_v7' });
  const coming = master.nextWorker();
  worker.start();
  const remote = await coming;
  await untilStatus(worker, 'idle');
  const place = new Uint8Array(
    Buffer.concat([Buffer.from(`${remote.basedir}/linux/`), Buffer.from(FOREIGN)]),
  );
  const start = (name: string, args: Parameters<typeof remote.startCommand>[1]) =>
    remote.startCommand(name, args, 'linux');
  const sentence = /has bytes that are not UTF-8/;
  await expect(start('mkdir', { paths: [place] })).rejects.toThrow(sentence);
  await expect(start('stat', { path: place })).rejects.toThrow(sentence);
  const workdir = `${remote.basedir}/linux`;
  await expect(start('shell', { command: 'true', workdir: place })).rejects.toThrow(sentence);
  const env = mapOf({ A: FOREIGN });
  await expect(start('shell', { command: 'true', workdir, env })).rejects.toThrow(sentence);
  expect(readdirSync(basedir.at('linux'))).toEqual([]);
});

it(
  'works in a base directory that a link reaches, of a name that is no UTF-8',
  onlyOn('linux', 'only there may names hold any bytes'),
  async () => {
    mkdirSync(Buffer.concat([Buffer.from(`${basedir.path}/`), Buffer.from(FOREIGN)]));
    symlinkSync(Buffer.from(FOREIGN), basedir.at('link'));
    const remote = await attachedWorker(basedir.at('link'));
    const rcOf = async (name: string, args: Record<string, JellyValue>) => {
      const command = await remote.startCommand('linux', name, args);
      await command.completed;
      return command.valueOf('rc');
    };
    const rcs = [
      await rcOf('mkdir', { dir: 'd/e' }),
      await rcOf('shell', { ...SHELL, command: 'echo x > f', workdir: 'd' }),
      await rcOf('stat', { file: 'd/f' }),
      await rcOf('listdir', { dir: 'd' }),
      await rcOf('cpdir', { fromdir: 'd', todir: 'c' }),
      await rcOf('rmfile', { path: 'd/f' }),
      await rcOf('rmdir', { dir: 'd/e' }),
    ];
    expect(rcs).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(readdirSync(basedir.at('link/linux/c'))).toEqual(['e', 'f']);
    // A link of a build's own leads to no other name either.
    symlinkSync(Buffer.from(FOREIGN), basedir.at('link/linux/out'));
    expect(await rcOf('mkdir', { dir: 'out/x' })).toBe(constants.errno.EILSEQ);
    expect(readdirSync(basedir.at('link/linux'))).toEqual(['c', 'd', 'out']);
  },
);
