import { execFileSync } from 'node:child_process';
import { RehearsalMaster } from '../main/rehearsal-master/rehearsal-master.ts';
import { type CommandRunner, latency } from './commands.ts';
import type { Figures } from './figures.ts';
import { runnerAt } from './pb-runner.ts';
import { type Candidate, WorkerProcess } from './worker-process.ts';

/** As many as a builder keeps, each left by a command of its own. */
const LEFTOVERS = [0, 1, 100] as const;
const IN_BACKGROUND = 'sleep 600 > /dev/null 2>&1 < /dev/null & echo $!';
/** Long enough for whatever looks at them from time to time. */
const IDLE_MS = 10_000;

/** What commands cost whose builder keeps what earlier ones left running, and the next build's start. */
export async function measureLeftovers(candidate: Candidate): Promise<Figures> {
  const master = await RehearsalMaster.listen({ workers: { w: 'p' }, builders: ['b'] });
  const attached = master.nextAttached();
  const worker = new WorkerProcess(candidate, master.port);
  const left: string[] = [];
  try {
    const remote = await attached;
    await remote.startBuild('b');
    const runner = runnerAt(remote);
    const figures = new Map<string, number>();
    await latency(runner);
    for (const count of LEFTOVERS) {
      while (left.length < count) left.push(await leaveOne(runner));
      figures.set(`a command \`true\` beside ${count} leftovers, ms`, await latency(runner));
    }
    const cpuBefore = worker.cpuSeconds();
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const cpuMs = (worker.cpuSeconds() - cpuBefore) * 1000;
    figures.set('idle beside 100 leftovers, CPU ms per s', cpuMs / (IDLE_MS / 1000));
    const startedAt = performance.now();
    await remote.startBuild('b');
    await runner.run({ command: ['true'] }, () => {});
    figures.set('the first command of the next build, ms', performance.now() - startedAt);
    return figures;
  } finally {
    // The Python worker leaves them.
    execFileSync('sh', ['-c', 'kill "$@" 2> /dev/null || true', 'sh', ...left]);
    await worker.end();
    await master.close();
  }
}

async function leaveOne(runner: CommandRunner): Promise<string> {
  let printed = '';
  await runner.run({ command: IN_BACKGROUND }, (text) => {
    printed += text;
  });
  return printed.trim();
}
