import { type CpuInfo, cpus } from 'node:os';

/** How busy the machine's processors are, between two looks at them. */
export class ProcessorUse {
  readonly #read: () => readonly Pick<CpuInfo, 'times'>[];
  #before: Times | undefined;

  constructor(read: () => readonly Pick<CpuInfo, 'times'>[] = cpus) {
    this.#read = read;
  }

  /** `busyShare` is from 0 to 1 since the last look; undefined at the first, or right after one. */
  look(): { readonly processors: number; readonly busyShare: number | undefined } {
    const all = this.#read();
    const now = timesOf(all);
    const before = this.#before;
    this.#before = now;
    const passed = now.all - (before?.all ?? now.all);
    const idle = now.idle - (before?.idle ?? now.idle);
    return { processors: all.length, busyShare: passed > 0 ? (passed - idle) / passed : undefined };
  }
}

/** In ms since the machine was started, of all processors. */
interface Times {
  readonly all: number;
  readonly idle: number;
}

function timesOf(processors: readonly Pick<CpuInfo, 'times'>[]): Times {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    all: sum(processors.flatMap(({ times }) => Object.values(times))),
    idle: sum(processors.map(({ times }) => times.idle)),
  };
}
