import { MsgpackMaster, type RemoteMsgpackWorker } from '../test/support/msgpack-master.ts';
import { type CommandRunner, growthWhileHeld, measureCommands } from './commands.ts';
import type { Figures } from './figures.ts';
import { NOISE, timed } from './transfers.ts';
import { type Candidate, WorkerProcess } from './worker-process.ts';

const OPTIONS = ['--protocol', 'msgpack_experimental_v7'];
/** What Buildbot's FileUpload asks for when nothing else is written. */
const BLOCK_BYTES = 256 * 1024;

/** One round over MessagePack. Nothing is downloaded: no master up to 4.3 sends the data of a file. */
export async function measureOverMsgpack(candidate: Candidate): Promise<Figures> {
  const master = await MsgpackMaster.listen();
  const attached = master.nextWorker();
  const worker = new WorkerProcess(candidate, master.port, OPTIONS);
  try {
    const remote = await attached;
    const figures = new Map([['start to attached, ms', performance.now() - worker.startedAtMs]]);
    figures.set('idle, MiB', worker.residentMib());
    await measureCommands(figures, commandsOf(remote), worker);
    await measureUpload(figures, remote, worker);
    const growth = await growthWhileHeld(commandsOf(remote), worker);
    figures.set('growth while the master reads nothing, MiB', growth);
    return figures;
  } finally {
    await worker.end();
    master.close();
  }
}

function commandsOf(remote: RemoteMsgpackWorker): CommandRunner {
  return {
    run: async (args, onStdout) => {
      remote.onPair = ([key, value]) => {
        if (key === 'stdout' && Array.isArray(value)) onStdout(String(value[0]));
      };
      const workdir = `${remote.basedir}/linux/build`;
      const command = await remote.startCommand('shell', { ...args, workdir }, 'linux');
      await command.completed;
    },
    stopReading: () => remote.socket.pause(),
    readAgain: () => remote.socket.resume(),
  };
}

/** The worker sends a file; every byte is looked at by its number only. */
async function measureUpload(
  figures: Map<string, number>,
  remote: RemoteMsgpackWorker,
  worker: WorkerProcess,
): Promise<void> {
  await commandsOf(remote).run({ command: NOISE.make }, () => {});
  let received = 0;
  remote.answer = ({ op, fields }) => {
    const block = fields.get('args');
    if (op === 'update_upload_file_write' && block instanceof Uint8Array) received += block.length;
    return null;
  };
  const args = {
    path: `${remote.basedir}/linux/build/upload`,
    maxsize: null,
    blocksize: BLOCK_BYTES,
    keepstamp: false,
  };
  const sent = await timed(worker, NOISE.bytes, async () => {
    await (await remote.startCommand('upload_file', args, 'linux')).completed;
  });
  if (received !== NOISE.bytes) throw new Error(`${received} bytes were uploaded`);
  figures.set('upload of 200 MB, MB/s', sent.megabytesPerSecond);
  figures.set('upload of 200 MB, CPU ms per MB', sent.cpuMsPerMegabyte);
  figures.set('growth while a file travels, MiB', sent.growthMib);
}
