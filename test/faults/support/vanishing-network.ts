import { execFile } from 'node:child_process';
import { readlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ManagedProcess } from '../../interop/support/managed-process.ts';
import { waitFor } from '../../support/wait-for.ts';

const run = promisify(execFile);
/** A link of their own, in a range that nobody routes. */
const HERE = '169.254.211.1';
const THERE = '169.254.211.2';
/** A neighbour that is not there. */
const NOBODY = ['lladdr', '02:00:00:00:00:fe', 'nud', 'permanent'];

/**
 * A network between this machine and programs on it, which sees no other: it can vanish, so that what is sent
 * from then on is lost without a word. Linux, as root.
 */
export class VanishingNetwork {
  /** Where programs in the network reach this machine. */
  readonly host = HERE;
  readonly #holder: ManagedProcess;
  readonly #device: string;

  private constructor(holder: ManagedProcess, device: string) {
    this.#holder = holder;
    this.#device = device;
  }

  /** Errors: Node's, where this machine does not permit it. */
  static async make(): Promise<VanishingNetwork> {
    const args = ['--net', 'sleep', '3600'];
    const env = { PATH: process.env.PATH ?? '' };
    const holder = new ManagedProcess({ program: 'unshare', args, env });
    const network = new VanishingNetwork(holder, `link${process.pid}`);
    try {
      await network.#connect();
      return network;
    } catch (error) {
      await network.remove();
      throw error;
    }
  }

  /** The words before a program that is to run in it. */
  get before(): readonly string[] {
    return ['nsenter', `--net=/proc/${this.#holder.pid}/ns/net`, '--'];
  }

  /** Both ends send to nobody from now on; neither sees a change of its own network. */
  async vanish(): Promise<void> {
    await run('ip', ['neigh', 'replace', THERE, 'dev', this.#device, ...NOBODY]);
    await this.#runThere('ip', 'neigh', 'replace', HERE, 'dev', this.#peer, ...NOBODY);
  }

  async remove(): Promise<void> {
    await run('ip', ['link', 'del', this.#device]).catch(() => {});
    await this.#holder.stop();
  }

  async #connect(): Promise<void> {
    const { pid } = this.#holder;
    const here = await readlink('/proc/self/ns/net');
    await waitFor(async () => {
      if (!this.#holder.isRunning) return;
      if ((await readlink(`/proc/${pid}/ns/net`)) === here) throw new Error('no network yet');
    });
    const peer = this.#peer;
    await run('ip', ['link', 'add', this.#device, 'type', 'veth', 'peer', peer, 'netns', `${pid}`]);
    await run('ip', ['addr', 'add', `${HERE}/30`, 'dev', this.#device]);
    await run('ip', ['link', 'set', this.#device, 'up']);
    await this.#runThere('ip', 'addr', 'add', `${THERE}/30`, 'dev', peer);
    for (const device of ['lo', peer]) await this.#runThere('ip', 'link', 'set', device, 'up');
  }

  get #peer(): string {
    return `${this.#device}p`;
  }

  async #runThere(...words: readonly string[]): Promise<void> {
    const [program = '', ...args] = [...this.before, ...words];
    await run(program, args);
  }
}
