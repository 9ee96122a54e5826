import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Protocol } from '../../../main/worker-settings/protocols.ts';
import { InteropRig } from '../../interop/support/interop-rig.ts';
import type { Maker } from '../../interop/support/interop-worker.ts';
import { LinkProxy } from '../../support/link-proxy.ts';
import { waitFor } from '../../support/wait-for.ts';
import { establishedLinks } from './established-links.ts';
import type { VanishingNetwork } from './vanishing-network.ts';

/** What befalls a link while a build prints, in words. */
export type Death = 'dead link' | 'stopped master' | 'vanished network';

export interface LinkCase {
  readonly death: Death;
  readonly by: Maker;
  readonly protocol: Protocol;
  /** Seconds. */
  readonly keepalive: number;
}

export interface LinkFigures {
  readonly of: LinkCase;
  /** Until the worker had ended its link; undefined when it has not within the patience. */
  readonly noticedSeconds: number | undefined;
  /** From the moment at which its stopped master went on until it built again. */
  readonly backSeconds: number | undefined;
}

/** A worker whose build prints. */
interface Printing {
  readonly of: LinkCase;
  readonly link: LinkProxy | undefined;
  readonly isLinked: () => Promise<boolean>;
  readonly timesBegun: () => Promise<number>;
}

const LOOK_MS = 200;
/** The lines have been under way for a while. */
const PRINTS_MS = 3_000;
const BACK_PATIENCE_MS = 60_000;
/** All begin at once. */
const START_PATIENCE_MS = 120_000;

/** Workers of one real master, all at once, whose links die; `network` is that of a vanished network's workers. */
export class LinkTrial {
  readonly #rig: InteropRig;
  readonly #network: VanishingNetwork | undefined;
  readonly #patienceMs: number;
  #printing: readonly Printing[] = [];

  private constructor(rig: InteropRig, network: VanishingNetwork | undefined, patienceMs: number) {
    this.#rig = rig;
    this.#network = network;
    this.#patienceMs = patienceMs;
  }

  static async figuresOf(
    cases: readonly LinkCase[],
    network: VanishingNetwork | undefined,
    patienceSeconds: number,
  ): Promise<readonly LinkFigures[]> {
    const rig = await InteropRig.withMasterOnly('links', { workers: cases.map(nameOf) });
    const trial = new LinkTrial(rig, network, patienceSeconds * 1000);
    try {
      trial.#printing = await Promise.all(cases.map((one, at) => trial.#start(one, at)));
      return await trial.#measure();
    } finally {
      rig.master.signal('SIGCONT');
      await Promise.all(trial.#printing.map(({ link }) => link?.close()));
      await rig.stop();
    }
  }

  async #start(of: LinkCase, at: number): Promise<Printing> {
    const { by, death, protocol, keepalive } = of;
    const rig = this.#rig;
    const name = nameOf(of);
    const isFar = death === 'vanished network';
    const masterPort = rig.master.ports[protocol];
    // A master that stands still is reached straight: what is between would read on.
    const host = isFar ? this.#network?.host : undefined;
    const link = death === 'stopped master' ? undefined : await LinkProxy.before(masterPort, host);
    const port = link?.port ?? masterPort;
    const options = ['--protocol', protocol, '--keepalive', `${keepalive}`];
    await rig.makeDir(name, by, options, { port, ...(host !== undefined && { host }) });
    const { pid } = rig.startWorker(name, by, {}, isFar ? this.#network?.before : []).process;
    await rig.attached(name);
    const own = new Set(await establishedLinks(pid, port));
    const builder = `prints-${String(at).padStart(2, '0')}`;
    await rig.master.control.force(builder, name);
    const began = path.join(rig.workerDir(name), builder, 'began');
    const timesBegun = async () => (await readFile(began, 'utf8').catch(() => '')).length / 2;
    await waitFor(
      async () => {
        if ((await timesBegun()) < 1) throw new Error(`${name} does not build`);
      },
      LOOK_MS,
      START_PATIENCE_MS,
    );
    const isLinked = async () => (await establishedLinks(pid, port)).some((link) => own.has(link));
    return { of, link, isLinked, timesBegun };
  }

  async #measure(): Promise<readonly LinkFigures[]> {
    await delay(PRINTS_MS);
    const isMasterStopped = this.#printing.some(({ of }) => of.death === 'stopped master');
    for (const { link, of } of this.#printing)
      if (of.death === 'dead link') link?.become('swallows');
    if (this.#network) await this.#network.vanish();
    if (isMasterStopped) this.#rig.master.signal('SIGSTOP');
    const noticed = await Promise.all(
      this.#printing.map(({ isLinked }) =>
        secondsUntil(async () => !(await isLinked()), this.#patienceMs),
      ),
    );
    if (isMasterStopped) this.#rig.master.signal('SIGCONT');
    return Promise.all(
      this.#printing.map(async ({ of, timesBegun }, at) => ({
        of,
        noticedSeconds: noticed[at],
        backSeconds:
          isMasterStopped && noticed[at] !== undefined
            ? await secondsUntil(async () => (await timesBegun()) > 1, BACK_PATIENCE_MS)
            : undefined,
      })),
    );
  }
}

function nameOf({ death, by, protocol, keepalive }: LinkCase): string {
  // A master takes 50 letters at most.
  return [death.split(' ')[0], by, protocol.split('_')[0], keepalive].join('-');
}

/** Undefined when it has not become so within the patience. */
async function secondsUntil(
  is: () => Promise<boolean>,
  patienceMs: number,
): Promise<number | undefined> {
  const begunMs = performance.now();
  const passedMs = () => performance.now() - begunMs;
  while (!(await is())) {
    if (passedMs() > patienceMs) return undefined;
    await delay(LOOK_MS);
  }
  return passedMs() / 1000;
}
