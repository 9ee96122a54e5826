import { appendFile, chmod, writeFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import type { LogExtent } from '../../../../main/contract/log/log-rows.ts';
import type { Problem } from '../../../../main/contract/problem.ts';
import { LogSession } from '../../../../main/hosting/log-session.ts';
import { systemClock } from '../../../../main/lib/clock.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const sessions: LogSession[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

const LINE = '2026-11-24 14:42:56+0000 [part#warn] line';

function makeSession(isWatched = true) {
  const extents: LogExtent[] = [];
  const warnings: Problem[] = [];
  const session = new LogSession({
    logPath: basedir.at('worker.log'),
    clock: systemClock,
    isWatched: () => isWatched,
    onChanged: (extent) => extents.push(extent),
    warn: (warning) => warnings.push(warning),
  });
  sessions.push(session);
  return { session, extents, warnings };
}

it('opens with the end of the log, and reports how it grows until it is closed', async () => {
  await writeFile(basedir.at('worker.log'), `${LINE} 1\n`);
  const { session, extents, warnings } = makeSession();
  const opened = await session.open();
  expect(opened).toMatchObject({ ok: true, value: { tail: [{ message: 'line 1' }] } });
  await waitFor(() => expect(extents.at(-1)?.isCounted).toBe(true));
  const before = extents.length;
  await appendFile(basedir.at('worker.log'), `${LINE} 2\n`);
  await waitFor(() => expect(extents.length).toBeGreaterThan(before));
  await session.close();
  await session.close();
  const after = extents.length;
  await appendFile(basedir.at('worker.log'), `${LINE} 3\n`);
  expect([extents.length, warnings]).toEqual([after, []]);
});

it('reports why a log cannot be read', async () => {
  await writeFile(basedir.at('worker.log'), `${LINE}\n`, { mode: 0o600 });
  await chmod(basedir.path, 0o755);
  const { session } = makeSession();
  expect(await asOrdinaryUser(() => session.open())).toMatchObject({
    ok: false,
    problem: { key: 'files.cannotRead' },
  });
});
