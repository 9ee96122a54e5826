import type { Control, FoundWorker } from '../../main/cli/running-worker/find-worker.ts';
import { foreignProblem } from '../../main/contract/problem.ts';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import type { ControlStatus } from '../../main/control/control-status.ts';
import { failed, succeeded } from '../../main/lib/outcome.ts';

type Request = Parameters<Control['perform']>[0];
type Answer<Method extends 'status' | 'states' | 'perform' | 'reload' | 'clearBuilds'> = Awaited<
  ReturnType<Control[Method]>
>;

const STATUS: ControlStatus = {
  version: '1',
  pid: 7,
  host: 'command-line',
  startedAt: 0,
  basedir: '/w',
  workerName: 'w1',
  master: 'ci:9989',
  protocol: 'pb',
  logPath: '/w/worker.log',
  status: { kind: 'idle', builders: ['linux'] },
};

/** The connection to a worker that runs, which writes down what is requested of it. */
export class FakeControl implements Control {
  readonly requested: Request[] = [];
  now: ControlStatus = STATUS;
  performed: Answer<'perform'> = succeeded(undefined);
  reloaded: Answer<'reload'> = succeeded({
    changed: [],
    hasOtherExtras: false,
    effect: 'nothing',
  });
  cleared: Answer<'clearBuilds'> = succeeded(0);
  /** Called with each request, before it is answered. */
  onRequested: (request: Request) => void = () => {};
  isClosed = false;
  readonly closed: Promise<void>;
  /** The worker's process ends. */
  hangUp: () => void = () => {};
  #onNews: (status: ControlStatus) => void = () => {};

  constructor() {
    this.closed = new Promise((resolve) => {
      this.hangUp = resolve;
    });
  }

  /** What those who watch are notified of. */
  changeTo(status: WorkerStatus): void {
    this.now = { ...this.now, status };
    this.#onNews(this.now);
  }

  async status(): Promise<Answer<'status'>> {
    return succeeded(this.now);
  }
  async states(): Promise<Answer<'states'>> {
    return succeeded([]);
  }
  async watch(onNews: (status: ControlStatus) => void): Promise<Answer<'status'>> {
    this.#onNews = onNews;
    return succeeded(this.now);
  }
  async perform(request: Request): Promise<Answer<'perform'>> {
    this.requested.push(request);
    this.onRequested(request);
    return this.performed;
  }
  async reload(): Promise<Answer<'reload'>> {
    return this.reloaded;
  }
  async clearBuilds(): Promise<Answer<'clearBuilds'>> {
    return this.cleared;
  }
  close(): void {
    this.isClosed = true;
  }
}

/** Who runs the worker of every directory, as far as a test is concerned. */
export const stage: { found: FoundWorker; control: FakeControl } = {
  found: { kind: 'none', basedir: '/w' },
  control: new FakeControl(),
};

/** A worker of Buildtray runs in /w, as process 7. */
export function stageRunning(): FakeControl {
  stage.found = { kind: 'buildtray', basedir: '/w', pid: 7 };
  stage.control = new FakeControl();
  return stage.control;
}

export function stageBuildbotWorker(): void {
  stage.found = { kind: 'buildbot-worker', basedir: '/w', pid: 8 };
}

export function stageNone(): void {
  stage.found = { kind: 'none', basedir: '/w' };
}

/** Stands for main/cli/running-worker/find-worker.ts, by vi.mock. */
export const stagedFindWorker = {
  findWorker: async (): Promise<FoundWorker> => stage.found,
  controlOf: async (): Promise<Control> => stage.control,
  holderOf: async (found: { readonly pid: number }): Promise<number> => found.pid,
  basedirOf: async (): Promise<string> => stage.found.basedir,
  statusIfRunning: async (): Promise<ControlStatus | undefined> =>
    stage.found.kind === 'buildtray' ? stage.control.now : undefined,
};

/** What a worker answers that does not do what is requested. */
export const REFUSED: Answer<'perform'> = failed({
  kind: 'failed',
  problem: foreignProblem('The worker does not do that now.'),
});
