import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../fuzz/random.ts';
import { InteropRig } from '../../interop/support/interop-rig.ts';
import type { ProcessFigures } from './process-figures.ts';
import { KILL, SOAK_FAULTS } from './soak-faults.ts';
import { SoakWorker, type SoakWorkerOptions } from './soak-worker.ts';

export interface SoakOptions {
  readonly workers: readonly SoakWorkerOptions[];
  /** Two builders at most are there for each of six workers. */
  readonly buildersOfEach: 1 | 2;
  readonly seed: number;
  /** At most so many end between two faults: on a slow machine, where each takes longer, faults come later. */
  readonly commandsBetweenFaults: number;
  /** How long a build may take, its repetitions after lost links included. */
  readonly patienceMs: number;
}

/** What came of one worker's builds and commands. */
export interface SoakTally {
  readonly commands: number;
  readonly builds: number;
  /** Wrong answers, ends that nothing explains, commands run twice; one sentence each. */
  readonly wrong: readonly string[];
}

const SUCCESS = 0;
const CANCELLED = 6;
/** How often it is looked at how far the builds have come. */
const LOOK_MS = 250;
/** By when a process has given back what its last commands took. */
const SETTLED_MS = 5_000;

/** Builds on a real master while random faults befall its workers. */
export class Soak {
  readonly #options: SoakOptions;
  readonly #rig: InteropRig;
  readonly #random: Random;
  readonly #workers: readonly SoakWorker[];
  /** Requests under way, and whether their build was stopped, by worker. */
  readonly #running = new Map<string, Set<{ readonly id: number; isStopped: boolean }>>();
  readonly #wrong = new Map<string, string[]>();
  readonly #builds = new Map<string, number>();
  readonly #faults = new Map<string, number>();
  /** Builds that have not ended in time, by worker: no more are asked of it. */
  readonly #stalled = new Map<string, number>();

  private constructor(
    options: SoakOptions,
    rig: InteropRig,
    random: Random,
    workers: readonly SoakWorker[],
  ) {
    this.#options = options;
    this.#rig = rig;
    this.#random = random;
    this.#workers = workers;
  }

  static async start(options: SoakOptions): Promise<Soak> {
    const names = options.workers.map(({ name }) => name);
    const rig = await InteropRig.withMasterOnly('soak', { workers: names });
    try {
      await mkdir(rig.filesDir);
      const starting = options.workers.map((one) => SoakWorker.start(one, rig));
      return new Soak(options, rig, new Random(options.seed), await Promise.all(starting));
    } catch (error) {
      await rig.stop();
      throw error;
    }
  }

  /** How often each fault was done. */
  get faults(): ReadonlyMap<string, number> {
    return this.#faults;
  }

  /** Builds under faults until so many commands of all workers have ended, and what runs has. */
  async runUntil(commands: number): Promise<void> {
    const lanes = this.#workers.flatMap((worker, at) =>
      this.#buildersOf(at).map((builder) => this.#keepBuilding(worker, builder, commands)),
    );
    const ended = Promise.all(lanes);
    await Promise.all([ended, this.#doFaultsUntil(ended)]);
  }

  /** What the processes that were not killed hold when nothing runs, by worker. */
  async settledFigures(): Promise<ReadonlyMap<string, ProcessFigures>> {
    const whole = this.#workers.filter(({ options }) => !options.isKilled);
    const tooLong = delay(this.#options.patienceMs, undefined, { ref: false });
    await Promise.race([Promise.all(whole.map((worker) => worker.attached())), tooLong]);
    await delay(SETTLED_MS);
    const entries = whole.map(async (worker) => [worker.name, await worker.figures()] as const);
    return new Map(await Promise.all(entries));
  }

  /** Processes that builds have left in a worker's directory. */
  leftBehind(worker: string): readonly number[] {
    return this.#rig.commandsIn(worker);
  }

  /** How many builds of a worker have not ended in time. */
  stalledBuilds(worker: string): number {
    return this.#stalled.get(worker) ?? 0;
  }

  async tallies(): Promise<ReadonlyMap<string, SoakTally>> {
    const answers = await this.#answers();
    const entries = this.#workers.map(async ({ name }, at) => {
      const own = answers.filter(({ worker }) => worker === name);
      const twice = (await this.#runTwice(at)).map((line) => `${line} was run twice`);
      const wrongAnswers = own.flatMap(({ wrong }) => (wrong === null ? [] : [wrong]));
      const wrong = [...(this.#wrong.get(name) ?? []), ...wrongAnswers, ...twice];
      const commands = own.reduce((sum, answer) => sum + answer.commands, 0);
      return [name, { commands, builds: this.#builds.get(name) ?? 0, wrong }] as const;
    });
    return new Map(await Promise.all(entries));
  }

  /** Every build that the master knows, by result; `running` for those without one. */
  buildsOnMaster(): Promise<Readonly<Record<string, number>>> {
    return this.#rig.master.control.builds();
  }

  /** Ends everything; gives what was left running. */
  async stop(): Promise<readonly number[]> {
    this.#rig.master.signal('SIGCONT');
    await Promise.all(this.#workers.map(({ link }) => link.close()));
    return this.#rig.stop();
  }

  async #keepBuilding(worker: SoakWorker, builder: string, commands: number): Promise<void> {
    while (this.stalledBuilds(worker.name) === 0 && (await this.#commandsSoFar()) < commands)
      await this.#build(worker, builder);
  }

  async #build(worker: SoakWorker, builder: string): Promise<void> {
    const { control } = this.#rig.master;
    const request = { id: await control.force(builder, worker.name), isStopped: false };
    const running = this.#runningOn(worker.name);
    running.add(request);
    count(this.#builds, worker.name);
    const tooLong = delay(this.#options.patienceMs, undefined, { ref: false });
    const record = await Promise.race([control.finished(request.id), tooLong]);
    running.delete(request);
    const result = record?.results;
    if (result === SUCCESS || (result === CANCELLED && request.isStopped)) return;
    const what = record === undefined ? 'has not ended in time' : `ended with ${result}`;
    this.#noteWrong(worker.name, `build request ${request.id} of ${builder} ${what}`);
    if (record === undefined) count(this.#stalled, worker.name);
  }

  async #doFaultsUntil(ended: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = ended.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const more = this.#random.below(this.#options.commandsBetweenFaults);
      const until = (await this.#commandsSoFar()) + more;
      while (!isOver && (await this.#commandsSoFar()) < until)
        await Promise.race([over, delay(LOOK_MS)]);
      if (!isOver) await this.#doFault();
    }
  }

  async #doFault(): Promise<void> {
    const worker = this.#random.oneOf(this.#workers);
    const kills = worker.options.isKilled ? [KILL, KILL] : [];
    const name = this.#random.oneOf([...Object.keys(SOAK_FAULTS), ...kills]);
    count(this.#faults, name);
    if (name === KILL) return worker.killAndStart();
    const stopBuild = () => this.#stopBuildOf(worker.name);
    const place = { master: this.#rig.master, worker, random: this.#random, stopBuild };
    await SOAK_FAULTS[name]?.(place);
  }

  #stopBuildOf(worker: string): void {
    const [request] = this.#runningOn(worker);
    if (request === undefined) return;
    request.isStopped = true;
    const { control } = this.#rig.master;
    // It may wait for a worker that is away, and other faults go on meanwhile.
    void control.started(request.id).then(
      (build) => control.stopBuild(build, 'a fault of the soak'),
      () => {},
    );
  }

  async #commandsSoFar(): Promise<number> {
    return (await this.#answers()).reduce((sum, { commands }) => sum + commands, 0);
  }

  async #answers() {
    const file = path.join(this.#rig.filesDir, 'soak');
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean).map(answerFrom);
  }

  /** A command that runs twice writes its line twice. */
  async #runTwice(at: number): Promise<readonly string[]> {
    const worker = this.#workers[at];
    const lists = await Promise.all(
      this.#buildersOf(at).map(async (builder) => (await worker?.commandsRun(builder)) ?? []),
    );
    const lines = lists.flat();
    return lines.filter((line, place) => lines.indexOf(line) !== place);
  }

  /** Those that build on one worker alone. */
  #buildersOf(at: number): readonly string[] {
    const first = at * this.#options.buildersOfEach;
    return Array.from({ length: this.#options.buildersOfEach }, (_, n) => builderName(first + n));
  }

  #runningOn(worker: string) {
    const running = this.#running.get(worker) ?? new Set();
    this.#running.set(worker, running);
    return running;
  }

  #noteWrong(worker: string, sentence: string): void {
    this.#wrong.set(worker, [...(this.#wrong.get(worker) ?? []), sentence]);
  }
}

function builderName(number: number): string {
  return `soak-${String(number).padStart(2, '0')}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A line that `master/scenarios/soak.py` has written. */
function answerFrom(line: string) {
  const [worker, kind, commands, wrong]: [string, string, number, string | null] = JSON.parse(line);
  return { worker, commands, wrong: wrong === null ? null : `${kind}: ${wrong}` };
}
