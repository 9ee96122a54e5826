// How soon a worker notices, while a build of a real master prints, that nothing of that master comes any
// more, and whether it is back once a stopped master goes on. All cases run side by side. Linux; the vanished
// network as root. Word: for how many seconds that is waited for.
import { PROTOCOLS } from '../../main/worker-settings/protocols.ts';
import type { Maker } from '../interop/support/interop-worker.ts';
import { CONTENDERS } from './support/contenders.ts';
import { type Death, type LinkCase, type LinkFigures, LinkTrial } from './support/link-trial.ts';
import { type Finding, runScript, wordAt } from './support/run-script.ts';
import { VanishingNetwork } from './support/vanishing-network.ts';

const PROMISED_SECONDS = 65;
const KEEPALIVES = [0, 10, 600] as const;
const patienceSeconds = wordAt(0, 110);

function casesOf(death: Death): readonly LinkCase[] {
  return CONTENDERS.flatMap((by) =>
    PROTOCOLS.flatMap((protocol) =>
      KEEPALIVES.map((keepalive) => ({ death, by, protocol, keepalive })),
    ),
  );
}

/** Of all workers at once; ours and the Python worker have the same masters. */
async function measureAll(): Promise<readonly LinkFigures[]> {
  const network = await VanishingNetwork.make().catch((error: unknown) => {
    process.stdout.write(
      `  vanished network: left out, this machine does not permit one (${String(error)})\n`,
    );
    return undefined;
  });
  try {
    const cut = [...casesOf('dead link'), ...(network ? casesOf('vanished network') : [])];
    const trials = [
      LinkTrial.figuresOf(cut, network, patienceSeconds),
      LinkTrial.figuresOf(casesOf('stopped master'), undefined, patienceSeconds),
    ];
    // A trial that fails leaves the other its time to end what it has started.
    await Promise.allSettled(trials);
    return (await Promise.all(trials)).flat();
  } finally {
    await network?.remove();
  }
}

let measured: Promise<readonly LinkFigures[]> | undefined;

async function findingOf(by: Maker): Promise<Finding> {
  measured ??= measureAll();
  const found = (await measured).filter((figures) => figures.of.by === by);
  const deaths = [...new Set(found.map(({ of }) => of.death))];
  const rows = deaths.flatMap((death) =>
    PROTOCOLS.map((protocol) => {
      const own = found.filter(({ of }) => of.death === death && of.protocol === protocol);
      return `\n    ${death}, ${protocol}: ${own.map(shown).join('; ')}`;
    }),
  );
  return { figure: rows.join(''), holds: found.every(isAsPromised) };
}

function shown({ of, noticedSeconds, backSeconds }: LinkFigures): string {
  const noticed =
    noticedSeconds === undefined ? `over ${patienceSeconds}` : noticedSeconds.toFixed(0);
  const isBack = of.death === 'stopped master' && noticedSeconds !== undefined;
  const back = isBack ? `, back ${backSeconds?.toFixed(0) ?? 'not'} s after SIGCONT` : '';
  return `keepalive ${of.keepalive} ${noticed} s${back}`;
}

function isAsPromised({ of, noticedSeconds, backSeconds }: LinkFigures): boolean {
  if (noticedSeconds === undefined || noticedSeconds > PROMISED_SECONDS) return false;
  return of.death !== 'stopped master' || backSeconds !== undefined;
}

await runScript(import.meta.url, [
  {
    promise: `a dead link is noticed within ${PROMISED_SECONDS} s, and a master that goes on is found again`,
    measure: findingOf,
  },
]);
