import { readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  RehearsalOutput,
  RehearsalView,
} from '../../../../main/contract/rehearsal/rehearsal-view.ts';
import {
  type RehearsalOptions,
  RehearsalSession,
} from '../../../../main/rehearsal-session/rehearsal-session.ts';
import { processesIn } from '../../../support/processes-in.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { worded } from '../../../support/worded.ts';

const temporary = temporaryBasedir();

function rehearsal(changes: Partial<RehearsalOptions> = {}) {
  const session = new RehearsalSession({
    parentDir: temporary.at('rehearsals'),
    pauseSeconds: 0,
    ...changes,
  });
  const views: RehearsalView[] = [];
  const output: RehearsalOutput[] = [];
  session.onChanged((view) => views.push(view));
  session.onPrinted((piece) => output.push(piece));
  onTestFinished(() => session.cancel());
  const textOf = (step: string, stream: string) =>
    output
      .filter((piece) => piece.step === step && piece.stream === stream)
      .map(({ text }) => text)
      .join('');
  return { session, views, textOf };
}

/** Values in their order, neighbours that are alike taken as one. */
function differing(values: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return values.filter((value, index) => index === 0 || value !== values[index - 1]);
}

describe('a rehearsal', () => {
  it('shows a real build from the first connection to the graceful shutdown', async () => {
    const { session, views, textOf } = rehearsal();
    const { state, steps } = await session.run();
    expect(state).toEqual({ kind: 'done', verdict: { kind: 'as-planned' } });
    expect(steps.map(({ name, result }) => `${name}: ${result}`)).toEqual([
      ...['checkout: success', 'compile: success', 'test: success', 'upload: success'],
      ...['style: failure', 'clean: success'],
    ]);
    expect(differing(views.map((view) => view.state.kind))).toEqual([
      ...['preparing', 'waiting-for-worker', 'building', 'draining', 'done'],
    ]);
    expect(differing(views.map((view) => view.workerStatus?.kind))).toEqual([
      ...[undefined, 'connecting', 'idle', 'building', 'draining', 'stopped', undefined],
    ]);
    expect(textOf('test', 'stdout')).toContain('ok 2 - Hello, Ada!\n');
    expect(textOf('upload', 'master')).toContain('5 tests, 0 failures\n');
    expect(textOf('style', 'stdout')).toContain('notes.txt:3: 94 characters\n');
  });

  it('leaves nothing behind', async () => {
    const { session } = rehearsal();
    await session.run();
    expect(await readdir(temporary.at('rehearsals'))).toEqual([]);
  });

  it('reports what prevents it', async () => {
    await writeFile(temporary.at('file'), '');
    const { session } = rehearsal({ parentDir: temporary.at('file', 'below') });
    expect((await session.run()).state).toMatchObject({
      kind: 'error',
      problem: worded(
        'Cannot make a directory for the rehearsal: a part of the path is not a directory (ENOTDIR).',
      ),
    });
  });

  it('can be cancelled while a step runs, which then ends with all its children', async () => {
    const { session, views, textOf } = rehearsal({ pauseSeconds: 300 });
    const ended = session.run();
    await waitFor(() => expect(textOf('compile', 'stdout')).toContain('Building on'), 10_000);
    const running = await processesIn(temporary.path);
    expect(running).not.toEqual([]);
    await Promise.all([session.cancel(), session.cancel()]);
    const { state, steps } = await ended;
    expect(state.kind).toBe('cancelled');
    expect(steps.map(({ result }) => result)).toEqual([
      ...['success', 'cancelled', 'skipped', 'skipped', 'skipped', 'skipped'],
    ]);
    expect(views.map((view) => view.state.kind)).toContain('cancelling');
    expect(textOf('compile', 'header')).toContain('command interrupted');
    await waitFor(async () => expect(await processesIn(temporary.path)).toEqual([]));
    expect(await readdir(temporary.at('rehearsals'))).toEqual([]);
  });

  it.each(['preparing', 'waiting-for-worker'])('can be cancelled while it is %s', async (kind) => {
    const { session } = rehearsal();
    const cancelled = new Promise<void>((resolve) => {
      session.onChanged(({ state }) => {
        if (state.kind === kind) resolve(session.cancel());
      });
    });
    expect((await session.run()).state.kind).toBe('cancelled');
    await cancelled;
    expect(await readdir(temporary.at('rehearsals'))).toEqual([]);
  });
});
