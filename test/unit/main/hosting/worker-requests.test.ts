import { expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { UserQuestions } from '../../../../main/hosting/user-questions.ts';
import { type Door, WorkerRequests } from '../../../../main/hosting/worker-requests.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { inEnglish } from '../../../support/in-english.ts';

const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };

/** Requests to a worker that notes what it is asked, of a user who keeps every build. */
function requestsTo(status: WorkerStatus) {
  const done: string[] = [];
  const note = async (what: string) => {
    done.push(what);
    return succeeded(undefined);
  };
  const worker = {
    status,
    start: () => void note('start'),
    stop: async (why?: Parameters<typeof inEnglish>[0]) =>
      void (await note(`stop: ${why ? inEnglish(why) : ''}`)),
    stopNow: async () => void (await note('stop now')),
    pause: () => note('pause'),
    resume: () => void note('resume'),
    shutDownGracefully: () => note('shut down'),
    cancelDrain: () => void note('cancel'),
    reconnect: () => void note('reconnect'),
    wake: () => void note('wake'),
  };
  const target = {
    id: 'a1',
    status,
    worker,
    logger: undefined,
    open: async () => succeeded(worker),
    restart: () => note('restart'),
  };
  const clock = new FakeClock();
  const requests = new WorkerRequests({
    clock,
    questions: new UserQuestions({
      clock,
      texts: () => textsIn('en'),
      ask: async ({ answers }) => {
        done.push('ask');
        return answers.at(-1)![0];
      },
    }),
    savePause: (workerId, until) => void done.push(`save ${workerId} ${until}`),
  });
  return {
    done,
    from: (door: Door) => (kind: 'stop' | 'stop-now') => requests.perform({ kind }, target, door),
  };
}

it('asks the user who sits before the window, and nobody on the command line', async () => {
  const { done, from } = requestsTo(BUILDING);
  expect(await from('window')('stop-now')).toEqual(succeeded(undefined));
  expect(done).toEqual(['ask']);
  await from('command-line')('stop-now');
  expect(done).toEqual(['ask', 'stop now']);
});

it('a worker that the command line stops reports that as the reason', async () => {
  const { done, from } = requestsTo({ kind: 'idle', builders: [] });
  await from('window')('stop');
  await from('command-line')('stop');
  expect(done).toEqual(['stop: ', expect.stringMatching(/^stop: .*command line/)]);
});
