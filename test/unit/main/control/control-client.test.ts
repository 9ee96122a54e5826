import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openControl } from '../../../../main/control/control-client.ts';
import { failed } from '../../../../main/lib/outcome.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const opened: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A client of somebody who answers each line by these. */
async function clientOf(answer: (line: { id: number }, socket: Socket) => string) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => void socket.write(answer(JSON.parse(String(bytes)), socket)));
  });
  opened.push(server);
  server.listen(basedir.at('buildtray.sock'));
  await once(server, 'listening');
  const client = await openControl(basedir.path);
  if (!client.ok) throw new Error(client.problem.kind);
  opened.push(client.value);
  return client.value;
}

describe('where no worker listens', () => {
  it('is nobody to ask', async () => {
    expect(await openControl(basedir.path)).toEqual(failed({ kind: 'nobody' }));
    await writeFile(basedir.at('buildtray.sock'), '');
    expect(await openControl(basedir.path)).toEqual(failed({ kind: 'nobody' }));
  });
});

describe('a worker of another version', () => {
  it.each(['hello\n', '{"id":1}\n', '[]\n'])(
    'is one that answers what we do not know, and is not asked again: %j',
    async (answer) => {
      const client = await clientOf(() => answer);
      expect(await client.status()).toMatchObject({ problem: { key: 'control.otherVersion' } });
      await client.closed;
      expect(await client.perform({ kind: 'resume' })).toMatchObject({
        problem: { kind: 'failed', problem: { key: 'control.otherVersion' } },
      });
    },
  );

  it('is one that answers something else than was asked', async () => {
    const client = await clientOf(({ id }) => `{"id":${id},"done":true}\n`);
    expect(await client.reload()).toMatchObject({ problem: { key: 'control.otherVersion' } });
    expect(await client.perform({ kind: 'resume' })).toMatchObject({ ok: true });
  });
});

it('each answer goes to its own request, in whatever order they come', async () => {
  let first = 0;
  const client = await clientOf(({ id }) => {
    if (first === 0) {
      first = id;
      return '';
    }
    return `{"id":${id},"clearedBuilds":2}\n{"id":${first},"clearedBuilds":1}\n`;
  });
  const one = client.clearBuilds();
  // Lines that were written together could arrive as one chunk.
  await waitFor(() => expect(first).toBe(1));
  expect([await client.clearBuilds(), await one]).toMatchObject([{ value: 2 }, { value: 1 }]);
});

it('a worker that goes away while it is asked is reported', async () => {
  const client = await clientOf((_line, socket) => {
    socket.destroy();
    return '';
  });
  expect(await client.status()).toMatchObject({ problem: { key: 'control.closedConnection' } });
});
