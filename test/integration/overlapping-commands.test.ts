import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReceivedFile, servedFile } from '../../main/rehearsal-master/build/served-file.ts';
import { Referenceable } from '../../main/spread/broker/referenceable.ts';
import type { JellyValue } from '../../main/spread/jelly/jelly-value.ts';
import type { Worker } from '../../main/worker/worker.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

/** What a master sees of a command that it started. */
interface Started {
  readonly completed: Promise<unknown>;
  readonly completions: number;
  interrupt(): Promise<unknown>;
}

/** One connection, over either protocol. */
interface Link {
  start(kind: Kind, builder: string): Promise<Started>;
  drop(): void;
}

const SHELL = { logEnviron: false, timeout: 60 };
const TRANSFER = { maxsize: null, blocksize: 3, keepstamp: false };
const CONTENT = new Uint8Array(Buffer.from('abcdefg'));

/** Its name, or that of each protocol, and its arguments. */
type Arguments = (
  at: (path: string) => string,
) => readonly [
  name: string | readonly [string, string],
  args: Readonly<Record<string, JellyValue>>,
];

/** Each command under its names, with the arguments of both protocols; `at` makes a path absolute. */
const KINDS = {
  short: () => ['shell', { ...SHELL, command: 'echo a; echo b >&2; exit 1' }],
  long: () => ['shell', { ...SHELL, command: 'echo up; exec sleep 600' }],
  leaving: () => ['shell', { ...SHELL, command: 'sleep 600 > /dev/null 2>&1 &' }],
  stubborn: () => ['shell', { ...SHELL, command: "trap '' TERM; sleep 600", sigtermTime: 0.2 }],
  missing: () => ['shell', { ...SHELL, command: ['no-such-program'] }],
  mkdir: (at) => ['mkdir', { dir: 'd/e', paths: [at('d/e')] }],
  rmdir: (at) => ['rmdir', { dir: 'd', paths: [at('d')] }],
  cpdir: (at) => ['cpdir', { fromdir: 'd', from_path: at('d'), todir: 'c', to_path: at('c') }],
  stat: (at) => ['stat', { file: 'd', path: at('d') }],
  glob: (at) => ['glob', { path: at('**/*') }],
  listdir: (at) => ['listdir', { dir: '.', path: at('.') }],
  rmfile: (at) => ['rmfile', { path: at('f') }],
  upload: (at) => [
    ['uploadFile', 'upload_file'],
    { ...TRANSFER, workersrc: 'f', path: at('f'), writer: new ReceivedFile().writer },
  ],
  uploadTree: (at) => [
    ['uploadDirectory', 'upload_directory'],
    { ...TRANSFER, workersrc: '.', path: at('.'), compress: null, writer: treeWriter() },
  ],
  download: (at) => [
    ['downloadFile', 'download_file'],
    { ...TRANSFER, workerdest: 'f', path: at('f'), mode: null, reader: servedFile(CONTENT) },
  ],
} satisfies Record<string, Arguments>;
type Kind = keyof typeof KINDS;
const ALL: Readonly<Record<Kind, Arguments>> = KINDS;
const BUILDERS = ['linux', 'docs'] as const;

function treeWriter(): Referenceable {
  return new Referenceable({ write: () => null, close: () => null, unpack: () => null });
}

function pathsOf(builder: string) {
  return (path: string): string => basedir.at(`${builder}/build/${path}`);
}

async function overPb() {
  const master = await startMaster();
  const { worker } = makeWorker(basedir.path, master.port);
  const nextLink = async (): Promise<Link> => {
    const remote = await master.nextAttached();
    return {
      async start(kind, builder) {
        const [names, args] = ALL[kind](pathsOf(builder));
        const name = typeof names === 'string' ? names : names[0];
        const all = { ...args, workdir: 'build' };
        const command = await remote.startCommand(builder, name, all);
        return startedAs(command, () => command.interrupt('enough'));
      },
      drop: () => remote.drop(),
    };
  };
  return { worker, nextLink };
}

async function overMsgpack() {
  const master = await msgpackMaster();
  const { worker } = makeWorker(basedir.path, master.port, { protocol: 'msgpack_experimental_v7' });
  const nextLink = async (): Promise<Link> => {
    const remote = await master.nextWorker();
    remote.answer = ({ op }) => (op === 'update_read_file' ? new Uint8Array() : null);
    return {
      async start(kind, builder) {
        const [names, args] = ALL[kind](pathsOf(builder));
        const name = typeof names === 'string' ? names : names[1];
        const { writer: _writer, reader: _reader, dir: _dir, ...plain } = args;
        const all = { ...plain, workdir: pathsOf(builder)('.') } as Parameters<
          typeof remote.startCommand
        >[1];
        const command = await remote.startCommand(name, all, builder);
        return startedAs(command, () => remote.interrupt(command.id, 'enough'));
      },
      drop: () => remote.socket.destroy(),
    };
  };
  return { worker, nextLink };
}

const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('start' as const),
      kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
      which: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('interrupt' as const), which: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait' as const), which: fc.nat(5) }) },
);

const course = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 20 }),
  isLost: fc.boolean(),
});

it.each([
  ['Perspective Broker', overPb],
  ['MessagePack', overMsgpack],
])(
  'completes each start exactly once over %s, whatever overlaps in a builder, and none after the link is lost',
  async (_protocol, connect) => {
    const { worker, nextLink } = await connect();
    const coming = nextLink();
    worker.start();
    let link = await coming;
    await fc.assert(
      fc.asyncProperty(course, async ({ happenings, isLost }) => {
        const started: Started[] = [];
        for (const happened of happenings) {
          if (happened.does === 'start') {
            const builder = BUILDERS[happened.which] ?? 'linux';
            started.push(await link.start(happened.kind, builder));
          }
          const chosen = started.at(-1 - happened.which);
          if (happened.does === 'interrupt') await chosen?.interrupt();
          if (happened.does === 'wait') await Promise.race([chosen?.completed, nextTurn()]);
        }
        if (isLost) {
          const before = started.map(({ completions }) => completions);
          const again = nextLink();
          link.drop();
          link = await again;
          expect(started.map(({ completions }) => completions)).toEqual(before);
          expect(before.every((count) => count <= 1)).toBe(true);
        } else {
          for (const command of started) await command.interrupt();
          await Promise.all(started.map(({ completed }) => completed));
          await nextTurn();
          expect(started.map(({ completions }) => completions)).toEqual(started.map(() => 1));
        }
        await waitFor(() => expect(commandsOf(worker)).toEqual([]));
      }),
      { numRuns: 12, endOnFailure: true },
    );
    await worker.stop();
  },
);

function startedAs(
  command: Pick<Started, 'completed' | 'completions'>,
  interrupt: Started['interrupt'],
): Started {
  return {
    completed: command.completed,
    get completions() {
      return command.completions;
    },
    interrupt,
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function commandsOf({ status }: Worker): readonly unknown[] {
  return status.kind === 'building' || status.kind === 'draining' ? status.commands : [];
}
