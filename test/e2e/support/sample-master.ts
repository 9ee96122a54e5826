import type { AttachedWorker } from '../../../main/rehearsal-master/attached-worker.ts';
import type { BuildPlan } from '../../../main/rehearsal-master/build/build-plan.ts';
import { BuildRun } from '../../../main/rehearsal-master/build/build-run.ts';
import { RehearsalMaster } from '../../../main/rehearsal-master/rehearsal-master.ts';
import { BUILDERS } from '../../support/sample-builds.ts';

export const WORKER_NAME = 'ada-laptop';
export const PASSWORD = 'correct horse';

const SCRIPT = `for file in parse render storage network; do
  echo "cc -O2 -Wall -c src/$file.c -o build/$file.o"
done
printf '\\033[33msrc/render.c:214:9: warning: unused variable ‘depth’ [-Wunused-variable]\\033[0m\\n'
echo 'cc -o orrery build/*.o -lm'
for count in 20 40 60 80 100; do
  printf '  \\033[32m%3d of 212 tests passed\\033[0m\\n' $count
done
sleep 600
`;
const PLAN: BuildPlan = {
  builderName: 'linux-gcc',
  steps: [
    {
      name: 'sources',
      commands: [
        { kind: 'downloadFile', to: 'build.sh', content: new TextEncoder().encode(SCRIPT) },
      ],
    },
    { name: 'build', commands: [{ kind: 'shell', command: ['sh', 'build.sh'] }] },
  ],
};

/** A master on this machine that knows one worker, and has a build for it that does not end. */
export class SampleMaster {
  readonly #master: RehearsalMaster;
  #worker: AttachedWorker | undefined;

  private constructor(master: RehearsalMaster) {
    this.#master = master;
  }

  static async start(): Promise<SampleMaster> {
    const options = { workers: { [WORKER_NAME]: PASSWORD }, builders: BUILDERS };
    return new SampleMaster(await RehearsalMaster.listen(options, 0));
  }

  get port(): number {
    return this.#master.port;
  }

  /** The next worker that attaches; to be asked before it does. */
  async attached(): Promise<void> {
    this.#worker = await this.#master.nextAttached();
  }

  /** Starts a build; by default one that goes on until the worker goes. */
  startBuild(plan: BuildPlan = PLAN): BuildRun {
    if (this.#worker === undefined) throw new Error('no worker is attached');
    return BuildRun.start(this.#worker, plan);
  }

  close(): Promise<void> {
    return this.#master.close();
  }
}
