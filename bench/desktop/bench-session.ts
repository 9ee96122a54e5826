import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { BuildRun } from '../../main/rehearsal-master/build/build-run.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { TrayHost, type TrayIcon } from '../../test/support/tray-host.ts';
import { DesktopApp, DesktopHome } from './desktop-app.ts';
import { OwnElectron } from './own-electron.ts';

export type Use = (app: DesktopApp, icon: TrayIcon, worker: AttachedWorker) => Promise<void>;

/** What the app needs around it: a tray, a master, a home and an Electron. */
export class BenchSession {
  readonly host: TrayHost;
  readonly master: RehearsalMaster;
  readonly home: DesktopHome;
  readonly #electron = new OwnElectron();

  static async start(): Promise<BenchSession> {
    const host = await TrayHost.start();
    const master = await RehearsalMaster.listen({ workers: { w: 'p' }, builders: ['linux'] });
    return new BenchSession(host, master);
  }

  private constructor(host: TrayHost, master: RehearsalMaster) {
    this.host = host;
    this.master = master;
    this.home = new DesktopHome(master.port);
  }

  /** Starts the app, and ends it once it has been used. */
  async withApp(args: readonly string[], use: Use): Promise<void> {
    this.host.forgetIcons();
    const attached = this.master.nextAttached();
    const app = new DesktopApp(this.#electron.program, this.home, ...args);
    try {
      const { icon } = await app.iconAfter(this.host);
      await use(app, icon, await attached);
    } finally {
      await app.end();
    }
  }

  async end(): Promise<void> {
    this.home.remove();
    this.#electron.remove();
    await this.master.close();
    this.host.stop();
  }
}

/** A build of three steps, from its start to its end. */
export async function oneBuild(worker: AttachedWorker): Promise<void> {
  const step = (name: string, command: string) => ({
    name,
    commands: [{ kind: 'shell', command } as const],
  });
  const steps = [step('compile', 'seq 200'), step('test', 'seq 100'), step('check', 'true')];
  await BuildRun.start(worker, { builderName: 'linux', steps }).finished;
}
