import { describe, expect, it, vi } from 'vitest';
import { buildWithPipes, keptByPipes, PIPES_OF_ITS_OWN, reloadFromPipe } from '../faults/fifos.ts';
import { notOn } from '../support/only-on.ts';

// Each starts several processes.
vi.setConfig({ testTimeout: 120_000 });

describe('a named pipe', notOn('win32', 'Windows has no named pipes in folders'), () => {
  it('that a build has made holds up no command and no end', async () => {
    expect(await buildWithPipes('buildtray')).toEqual({
      answered: 12,
      asked: 12,
      others: 3,
      othersAsked: 3,
      endsAtTerm: true,
    });
  });

  it("in place of one of the worker's own files holds up no command", async () => {
    expect(await keptByPipes('buildtray', PIPES_OF_ITS_OWN)).toEqual([]);
  });

  it.each(['buildtray.json', 'buildbot.tac'])(
    'is refused as %s by a reload, and the worker goes on',
    async (file) => {
      expect(await reloadFromPipe(file)).toEqual({
        reload: expect.stringContaining('it is not a regular file'),
        goesOn: true,
        endsAtTerm: true,
      });
    },
  );
});
