import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { ConnectionProblem } from '../../../../../main/contract/worker/worker-status.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { silentLogger } from '../../../../../main/logging/logger.ts';
import { Bot } from '../../../../../main/worker/bot.ts';
import { reachMaster } from '../../../../../main/worker/connection/reach-master.ts';
import { configFrom } from '../../../../../main/worker-settings/config-from.ts';
import type { Protocol } from '../../../../../main/worker-settings/protocols.ts';
import { withDefaults } from '../../../../../main/worker-settings/with-defaults.ts';
import { botOptions } from '../../../../support/bot-options.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

const REFUSED: ConnectionProblem = { kind: 'refused', problem: foreignProblem('Nobody listens.') };

/** A try to reach a master that refuses every connection; what was dialled, in order. */
async function reached(protocol: Protocol, { mayBeCrowded = false, isAnswering = false } = {}) {
  const clock = new FakeClock();
  const bot = new Bot(botOptions({ basedir: '/w', clock, logger: silentLogger }));
  const dialled: unknown[] = [];
  const way = { host: 'ci', port: 9989, path: '/p', protocol };
  const outcome = await reachMaster(
    configFrom(withDefaults({ basedir: '/w', workerName: 'w', password: 'p', ...way })),
    bot,
    {
      clock,
      logger: silentLogger,
      dial: async (address) => {
        dialled.push({ address });
        return failed(REFUSED);
      },
      dialWebSocket: async (request) => {
        dialled.push(request);
        return failed(REFUSED);
      },
      askForLogin: async (place) => {
        dialled.push(place);
        return isAnswering ? succeeded(undefined) : failed(REFUSED);
      },
      arrival: {
        wasMaster: mayBeCrowded,
        mayBeCrowded,
        greeted: async () => void dialled.push('greeted'),
      },
    },
    new AbortController().signal,
  );
  return { outcome, dialled };
}

describe('a master', () => {
  const address = expect.objectContaining({ kind: 'host', host: 'ci', port: 9989 });

  it('is dialled by its address, and logged in to afterwards, over Perspective Broker', async () => {
    expect((await reached('pb')).dialled).toEqual([{ address }]);
  });

  it('gets name, password and path with the handshake over MessagePack', async () => {
    expect((await reached('msgpack_experimental_v7')).dialled).toEqual([
      { address, path: '/p', workerName: 'w', password: 'p' },
    ]);
  });

  it('is asked without a login first over MessagePack where many may have lost it', async () => {
    const place = { address, path: '/p' };
    const login = { address, path: '/p', workerName: 'w', password: 'p' };
    const lost = { mayBeCrowded: true };
    expect(await reached('msgpack_experimental_v7', lost)).toEqual({
      dialled: [place],
      outcome: failed(REFUSED),
    });
    const { dialled } = await reached('msgpack_experimental_v7', {
      mayBeCrowded: true,
      isAnswering: true,
    });
    expect(dialled).toEqual([place, 'greeted', login]);
  });

  it.each(['pb', 'msgpack_experimental_v7'] as const)(
    'that cannot be dialled over %s is a problem as it is',
    async (protocol) => {
      expect((await reached(protocol)).outcome).toEqual(failed(REFUSED));
    },
  );
});
