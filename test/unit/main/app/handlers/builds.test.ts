import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildsHandlers } from '../../../../../main/app/handlers/builds.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { BuildHistory } from '../../../../../main/history/build-history.ts';
import { KeptOutputs } from '../../../../../main/history/output/kept-outputs.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { hostedWorkerIn } from '../../../../support/hosted-worker-in.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();
const QUERY = {
  workerId: 'a1',
  builderName: undefined,
  outcome: undefined,
  text: '',
};
const PAGE = { ...QUERY, offset: 0, limit: 9 };

/** With the name that it was asked to suggest. */
async function handlers({ savesAt }: { readonly savesAt?: string } = {}) {
  const suggested: string[] = [];
  const outputs = new KeptOutputs({
    dir: dir.at('output'),
    rules: () => ({ keptOutputs: 'all', keptOutputBytes: 1_000_000, keptOutputDays: 1 }),
    warn: () => {},
  });
  const history = await BuildHistory.open({ path: dir.at('w.jsonl'), outputs, warn: () => {} });
  history.take({ kind: 'build-started', builderName: 'linux', at: 1, isAnnounced: true });
  const command = { commandId: '1', name: 'shell', summary: 'make', argv: undefined, workdir: '/' };
  history.take({ kind: 'command-started', builderName: 'linux', at: 1, command });
  const hosted = hostedWorkerIn('/w');
  history.printed({ commandId: '1', builderName: 'linux', stream: 'stdout', text: 'one\n' });
  const ended = { at: 2, commandId: '1', durationMs: 1, outputBytes: 4 } as const;
  const end = { kind: 'exited', rc: 0 } as const;
  history.take({ kind: 'command-ended', builderName: 'linux', ...ended, end });
  const estimate = { builderName: 'linux', startedAt: 1, estimate: undefined };
  const made = buildsHandlers({
    workers: { find: (id) => (id === 'a1' ? hosted : undefined) },
    histories: {
      of: (id) => (id === 'a1' ? history : undefined),
      estimates: () => [estimate],
      clear: async (id) =>
        id === 'a1'
          ? succeeded(3)
          : failed(problem('files.cannotWrite', { path: '/h', reason: { kind: 'not-utf-8' } })),
    },
    texts: () => textsIn('de'),
    askWhereToSave: async (name) => {
      suggested.push(name);
      return savesAt;
    },
  });
  const buildId = (await made.find(PAGE)).builds[0]?.id ?? '';
  return { ...made, suggested, place: { workerId: 'a1', buildId, commandId: '1' } };
}

it('finds builds of the worker that was asked for, and one of them with its commands', async () => {
  const { find, timeline, durations, details, estimates } = await handlers();
  const page = await find(PAGE);
  expect(page).toMatchObject({ kept: 1, builds: [{ builderName: 'linux' }] });
  const buildId = page.builds[0]?.id ?? '';
  expect(await details({ workerId: 'a1', buildId })).toMatchObject({
    id: buildId,
    commands: [{ summary: 'make' }],
  });
  expect(await timeline({ ...QUERY, span: undefined })).toMatchObject({
    lanes: [{ builderName: 'linux' }],
  });
  expect(await durations({ ...QUERY, of: 'linux' })).toMatchObject({ builds: 0 });
  expect(await estimates('a1')).toMatchObject([{ builderName: 'linux' }]);
});

it('finds nothing of a worker that was removed', async () => {
  const { find, timeline, durations, details, estimates } = await handlers();
  expect(await timeline({ ...QUERY, workerId: 'b9', span: 'day' })).toMatchObject({ lanes: [] });
  expect(await durations({ ...QUERY, workerId: 'b9', of: 'linux' })).toMatchObject({ bars: [] });
  expect(await find({ ...PAGE, workerId: 'b9' })).toEqual({
    builds: [],
    offset: 0,
    count: 0,
    builderNames: [],
    kept: 0,
  });
  expect(await details({ workerId: 'b9', buildId: '1' })).toBeUndefined();
  expect(await estimates('b9')).toEqual([]);
});

it('forgets builds, or reports in the language of the window why it cannot', async () => {
  const { clear } = await handlers();
  expect(await clear('a1')).toEqual(succeeded(3));
  expect(await clear('b9')).toEqual(failed(expect.stringMatching(/^\/h lässt sich nicht/)));
});

it('shows what a command printed, and saves it where the user wants it', async () => {
  const { output, saveOutput, suggested, place } = await handlers({ savesAt: dir.at('mine.txt') });
  expect(await output(place)).toEqual({
    pieces: [{ stream: 'stdout', text: 'one\n' }],
    isCut: false,
  });
  expect(await saveOutput(place)).toEqual(succeeded(true));
  expect(suggested).toEqual(['linux-make.txt']);
  expect(await readFile(dir.at('mine.txt'), 'utf8')).toBe('one\n');
});

it('saves nothing where the user dismisses the question, or nothing is kept', async () => {
  const { saveOutput, output, suggested, place } = await handlers();
  expect(await saveOutput(place)).toEqual(succeeded(false));
  const another = { ...place, commandId: '2' };
  expect(await output(another)).toBeUndefined();
  expect(await saveOutput(another)).toEqual(failed(textsIn('de').builds.output.gone));
  expect(await output({ ...place, workerId: 'b9' })).toBeUndefined();
  expect(suggested).toHaveLength(1);
});

it('reports a file that cannot be written', async () => {
  const { saveOutput, place } = await handlers({ savesAt: dir.at('none', 'mine.txt') });
  expect(await saveOutput(place)).toEqual(failed(expect.stringContaining(dir.at('none'))));
});
