import { processesBelow, procFile } from './processes-below.ts';

/** What the processes of an app hold, in MiB. */
export interface Memory {
  /** Shared pages counted once: the proportional set size. */
  readonly total: number;
  /** What they made themselves, without the pages of the program's files: by kind of process. */
  readonly own: ReadonlyMap<string, number>;
}

/** Memory of a process and of those it started. Linux only. */
export function memoryOf(pid: number): Memory {
  let total = 0;
  const own = new Map<string, number>();
  for (const member of processesBelow(pid)) {
    const sizes = sizesOf(member);
    const kind = kindOf(member);
    total += sizes.Pss ?? 0;
    const made = (sizes.Pss_Anon ?? 0) + (sizes.Pss_Shmem ?? 0);
    own.set(kind, (own.get(kind) ?? 0) + made);
  }
  return { total, own };
}

/** In a line. */
export function memoryText({ total, own }: Memory): string {
  const sum = [...own.values()].reduce((before, size) => before + size, 0);
  const kinds = [...own].map(([kind, size]) => `${kind} ${size.toFixed(0)}`).join(', ');
  return `${total.toFixed(0)}; of it their own ${sum.toFixed(0)}: ${kinds}`;
}

/** As Chromium names its processes: renderer, gpu-process, utility, zygote; the first has no name. */
function kindOf(pid: number): string {
  return /--type=([\w-]+)/.exec(procFile(pid, 'cmdline'))?.[1] ?? 'main';
}

/** Each size that the kernel reports of a process, in MiB. */
function sizesOf(pid: number): Readonly<Record<string, number>> {
  const rows = procFile(pid, 'smaps_rollup').matchAll(/^(\w+):\s+(\d+) kB$/gm);
  return Object.fromEntries([...rows].map(([, name, kib]) => [name, Number(kib) / 1024]));
}
