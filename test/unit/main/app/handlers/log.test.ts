import { appendFile, writeFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { LogHandlers } from '../../../../../main/app/handlers/log.ts';
import { systemClock } from '../../../../../main/lib/clock.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const opened: LogHandlers[] = [];
afterEach(async () => {
  for (const log of opened.splice(0)) await log.windowGone();
});

function makeHandlers() {
  const sent: [channel: string, payload: unknown][] = [];
  const copied: string[] = [];
  const hosted = {
    basedir: basedir.path,
    logPath: basedir.at('worker.log'),
    logger: undefined,
  };
  const find = (id: string) => (id === 'w1' ? hosted : undefined);
  const log = new LogHandlers({
    workers: { find },
    clock: systemClock,
    texts: () => textsIn('en'),
    isWatched: () => true,
    warn: () => {},
    send: (channel, payload) => sent.push([channel, payload]),
    copyText: (text) => copied.push(text),
    showFile: () => {},
    rotate: async () => succeeded(undefined),
  });
  opened.push(log);
  const isCounted = () => waitFor(() => expect(JSON.stringify(sent)).toContain('"isCounted":true'));
  return { handlers: log.handlers, log, sent, copied, isCounted };
}

const LINE = '2026-11-24 14:42:56+0000 [part#warn] line';

it('opens a log, reports how it grows, and nothing once it is closed', async () => {
  await writeFile(basedir.at('worker.log'), `${LINE} 1\n`);
  const { handlers, sent, isCounted } = makeHandlers();
  const result = await handlers.open('w1');
  expect(result).toMatchObject({
    ok: true,
    value: { tail: [{ message: 'line 1', level: 'warn' }] },
  });
  await isCounted();
  await appendFile(basedir.at('worker.log'), `${LINE} 2\n`);
  await waitFor(() => expect(JSON.stringify(sent.at(-1))).toContain('"info":2'));
  await handlers.close();
  const before = sent.length;
  await appendFile(basedir.at('worker.log'), `${LINE} 3\n`);
  expect(sent).toHaveLength(before);
  expect(await handlers.slice({ filter: 'info', firstRow: 0, count: 5 })).toMatchObject({
    rows: [],
  });
});

it('copies rows as they are in the file', async () => {
  const text = `${LINE}\n\tmore of it\nno time at all\n`;
  await writeFile(basedir.at('worker.log'), text);
  const { handlers, copied, isCounted } = makeHandlers();
  await handlers.open('w1');
  await isCounted();
  expect(await handlers.copy({ filter: 'info', firstRow: 0, count: 9 })).toBe(3);
  const [written = ''] = copied;
  // The time is shown in the zone of this machine.
  expect(written.replace(/^\S+ \S+ /, '')).toBe(text.replace(/^\S+ \S+ /, ''));
  expect(await handlers.copy({ filter: 'error', firstRow: 0, count: 9 })).toBe(0);
  expect(copied).toHaveLength(1);
});

it('searches, and leads to the hits', async () => {
  await writeFile(basedir.at('worker.log'), 'a\nb\na\n');
  const { handlers, sent, isCounted } = makeHandlers();
  await handlers.open('w1');
  await isCounted();
  const query = { text: 'A', isPattern: false, matchesCase: false, filter: 'info' } as const;
  await handlers.search(query);
  await waitFor(() => {
    expect(sent.at(-1)).toMatchObject([
      'log.searched',
      { query, state: { hits: 2, end: { kind: 'done' } } },
    ]);
  });
  expect([await handlers.lineOfHit(0), await handlers.lineOfHit(2)]).toEqual([2, undefined]);
  expect(await handlers.rowOf({ line: 2, filter: 'info' })).toBe(2);
});

it('refuses a worker that was removed', async () => {
  const { handlers } = makeHandlers();
  const problem = textsIn('en').refusals.workerGone;
  expect(await handlers.open('gone')).toEqual({ ok: false, problem });
  expect(await handlers.changeRotation({ workerId: 'gone', logSize: 1, logCount: 1 })).toEqual({
    ok: false,
    problem,
  });
});
