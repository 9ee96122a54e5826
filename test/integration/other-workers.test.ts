import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { collectHostinfo } from '../../main/hostinfo/read-hostinfo.ts';
import { hostileMaster } from '../faults/support/hostile-link.ts';
import { HOSTILE_SUMS } from '../faults/support/hostile-sums.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

// Two workers of one process, as the tray app has them: what one's master asks too much of is no matter of
// the other's. The bounds are for each connection, and nothing shared is used up.
vi.setConfig({ testTimeout: 120_000 });

const basedir = temporaryBasedir();
const DIVISOR = 20;
const COMMANDS = 3;

const PROTOCOLS = ['pb', 'msgpack_experimental_v7'] as const;

it.each(
  PROTOCOLS.flatMap((protocol) => HOSTILE_SUMS.map((sum) => [sum.name, protocol, sum] as const)),
)('%s, over %s, hold up no other worker', async (_name, protocol, sum) => {
  const link = await hostileLink(protocol, (dir) => sum.prepare?.(dir, DIVISOR));
  const other = await otherWorker();
  const asked = sum.ask(link, DIVISOR).catch(() => {});
  const commands = async () => {
    for (let n = 0; n < COMMANDS; n += 1) expect(await other.rcOfTrue()).toBe(0);
    await asked;
    expect(await other.rcOfTrue()).toBe(0);
  };
  await Promise.race([commands(), other.lost.then((why) => expect.fail(why))]);
  link.readAgain();
});

/** To a worker whose directory was prepared. */
async function hostileLink(
  protocol: (typeof PROTOCOLS)[number],
  prepare: (dir: string) => Promise<void> | undefined,
) {
  const master = await hostileMaster(protocol);
  onTestFinished(async () => master.close());
  const dir = basedir.at('hostile');
  await mkdir(basedir.at('hostile', 'info'), { recursive: true });
  await prepare(dir);
  const attaching = master.nextLink();
  const services = { readHostinfo: async () => (await collectHostinfo(join(dir, 'info'))).files };
  const login = { password: 'secret', protocol };
  makeWorker(dir, master.port, login, services).worker.start();
  return attaching;
}

async function otherWorker() {
  const master = await startMaster();
  await mkdir(basedir.at('other'));
  const { worker } = makeWorker(basedir.at('other'), master.port);
  const attaching = master.nextAttached();
  worker.start();
  const remote = await attaching;
  await untilStatus(worker, 'idle');
  return {
    rcOfTrue: async () => {
      const command = await remote.startCommand('linux', 'shell', { command: 'true', workdir: '' });
      await command.completed;
      return command.valueOf('rc');
    },
    lost: remote.ended.then(() => 'the other worker lost its connection'),
  };
}
