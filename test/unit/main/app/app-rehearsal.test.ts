import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { AppRehearsal } from '../../../../main/app/app-rehearsal.ts';
import type { Problem } from '../../../../main/contract/problem.ts';
import { systemClock } from '../../../../main/lib/clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

const dir = temporaryBasedir();
const opened: AppRehearsal[] = [];
// Before its directory is removed.
afterEach(async () => {
  for (const app of opened.splice(0)) await app.cancel();
});

function rehearsal(parentDir = dir.path) {
  const sent: { channel: string; payload: unknown }[] = [];
  const warnings: Problem[] = [];
  const app = new AppRehearsal({
    clock: systemClock,
    parentDir,
    isWatched: () => true,
    send: (channel, payload) => void sent.push({ channel, payload }),
    onWorkerChanged: () => {},
    warn: (warning) => warnings.push(warning),
  });
  opened.push(app);
  return { app, sent, warnings };
}

describe('the rehearsal of the app', () => {
  it('is one at a time, shows what it does, and nothing is left of one that is cancelled', async () => {
    const { app, sent } = rehearsal();
    expect(app.view.state).toEqual({ kind: 'not-started' });
    expect(app.workerStatus).toBeUndefined();
    expect(app.start('It runs already.')).toMatchObject({ ok: true });
    await waitFor(() => expect(app.workerStatus).toMatchObject({ kind: 'building' }));
    expect(app.start('It runs already.')).toEqual({ ok: false, problem: 'It runs already.' });
    await waitFor(() => expect(app.recentOutput()).not.toEqual([]));
    await app.cancel();
    expect(app.view.state).toEqual({ kind: 'cancelled' });
    expect(app.workerStatus).toBeUndefined();
    expect(sent.at(-1)).toEqual({ channel: 'rehearsal.changed', payload: app.view });
    expect(await readdir(dir.path)).toEqual([]);
  });

  it('forgets what an earlier one has printed, once it begins again', async () => {
    const { app } = rehearsal();
    app.start('');
    await waitFor(() => expect(app.recentOutput()).not.toEqual([]));
    await app.cancel();
    expect(app.recentOutput()).not.toEqual([]);
    expect(app.start('')).toMatchObject({ ok: true });
    expect(app.recentOutput()).toEqual([]);
  });

  it('reports a place that it cannot use as its state', async () => {
    await writeFile(dir.at('file'), '');
    const { app } = rehearsal(dir.at('file'));
    app.start('');
    await waitFor(() => expect(app.view.state).toMatchObject({ kind: 'error' }));
    expect(app.start('')).toMatchObject({ ok: true });
  });
});

describe('what a crashed app has left behind', () => {
  it('is removed, and nothing else', async () => {
    const { app, warnings } = rehearsal();
    await mkdir(dir.at('buildtray-rehearsal-x'));
    await writeFile(dir.at('buildtray-rehearsal-x', 'buildtray.pid'), '999999999\n');
    await mkdir(dir.at('mine'));
    await app.removeLeftovers();
    expect(warnings).toEqual([]);
    expect(await readdir(dir.path)).toEqual(['mine']);
  });

  it('is reported where it cannot be removed', async () => {
    await writeFile(dir.at('file'), '');
    const { app, warnings } = rehearsal(dir.at('file'));
    await app.removeLeftovers();
    expect(warnings).toMatchObject([{ key: 'rehearsal.earlierNotRemoved' }]);
  });
});
