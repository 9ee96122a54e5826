// How soon a worker notices, while a build prints, that nothing of its master comes any more. Linux. Word:
// for how many seconds that is waited for.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { LinkProxy, type LinkState } from '../support/link-proxy.ts';
import { type Finding, runScript, wordAt } from './support/run-script.ts';
import { staged } from './support/staged.ts';

const PROMISED_SECONDS = 65;
const PRINTS_FOR_EVER = 'while :; do echo still here; sleep 0.1; done';
const ESTABLISHED = '01';
const patienceSeconds = wordAt(0, 150);

type Death = Extract<LinkState, 'swallows' | 'stopped'>;

/** Seconds until the worker has ended its link; undefined when it has not within the patience. */
async function noticedAfter(by: Maker, death: Death, keepalive: number) {
  const master = await RehearsalMaster.listen({ workers: { w: 'secret' }, builders: ['linux'] });
  const link = await LinkProxy.before(master.port);
  const options = ['--keepalive', `${keepalive}`];
  const measure = async ({ dir, env }: { dir: string; env: Readonly<Record<string, string>> }) => {
    const attaching = master.nextAttached();
    const worker = new ManagedProcess({ ...commandOf(by, ['start', '--nodaemon', dir]), env });
    try {
      const attached = await attaching;
      await attached.startBuild('linux');
      await attached.startCommand('linux', 'shell', shellArguments(PRINTS_FOR_EVER));
      link.become(death);
      const begunMs = performance.now();
      const passed = () => (performance.now() - begunMs) / 1000;
      while (await isLinkedTo(link.port)) {
        if (passed() > patienceSeconds) return undefined;
        await delay(200);
      }
      return passed();
    } finally {
      await worker.stop();
    }
  };
  try {
    return await staged(by, link.port, measure, options);
  } finally {
    await link.close();
    await master.close();
  }
}

/** Whether anybody on this machine holds a connection to that port. */
async function isLinkedTo(port: number): Promise<boolean> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  return rows.some((row) => {
    const [, , remote = '', state] = row.trim().split(/\s+/);
    return remote.endsWith(wanted) && state === ESTABLISHED;
  });
}

async function findingOf(by: Maker): Promise<Finding> {
  const cases = [
    { name: 'dead link, keepalive 600', death: 'swallows', keepalive: 600 },
    { name: 'dead link, keepalive 0', death: 'swallows', keepalive: 0 },
    { name: 'stopped master, keepalive 600', death: 'stopped', keepalive: 600 },
  ] as const;
  const found = await Promise.all(
    cases.map(async ({ name, death, keepalive }) => ({
      name,
      seconds: await noticedAfter(by, death, keepalive),
    })),
  );
  const shown = found.map(
    ({ name, seconds }) => `${name}: ${seconds?.toFixed(0) ?? `over ${patienceSeconds}`} s`,
  );
  const holds = found.every(
    ({ seconds = Number.POSITIVE_INFINITY }) => seconds <= PROMISED_SECONDS,
  );
  return { figure: shown.join('; '), holds };
}

await runScript(import.meta.url, [
  { promise: `a dead link is noticed within ${PROMISED_SECONDS} s`, measure: findingOf },
]);
