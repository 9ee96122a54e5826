import fs from 'node:fs';
import path from 'node:path';
import { CANDIDATE, InteropRig } from '../../interop/support/interop-rig.ts';
import type { TrayHost } from '../../support/tray-host.ts';
import { test as base, type Desktop, expect } from './desktop.ts';

/** What a master reports about a build that succeeded. */
export const SUCCESS = 0;

/** A real master, and a directory of one of its workers for the app to run. */
export class RealMaster {
  readonly rig: InteropRig;

  constructor(rig: InteropRig) {
    this.rig = rig;
  }

  get workerDir(): string {
    return this.rig.workerDir(CANDIDATE);
  }

  get control() {
    return this.rig.master.control;
  }

  /** What a user gets from the master's administrator. */
  get login() {
    return { port: this.rig.master.port, workerName: CANDIDATE, password: 'secret' };
  }

  attached(): Promise<void> {
    return this.control.attached(CANDIDATE);
  }

  detached(): Promise<void> {
    return this.control.detached(CANDIDATE);
  }

  /** Asks for a build; the number of the request. */
  force(builder: string): Promise<number> {
    return this.control.force(builder, CANDIDATE);
  }

  /** Starts a build that goes on until `goOn`. */
  async startHeldBuild(): Promise<number> {
    const request = await this.force('held');
    const started = path.join(this.workerDir, 'held/build/started');
    await expect.poll(() => fs.existsSync(started)).toBe(true);
    return request;
  }

  /** Changes the worker's `buildbot.tac` as somebody would by hand. */
  changeTac(from: string | RegExp, to: string): void {
    const tacPath = path.join(this.workerDir, 'buildbot.tac');
    fs.writeFileSync(tacPath, fs.readFileSync(tacPath, 'utf8').replace(from, to));
  }

  goOn(): void {
    fs.writeFileSync(path.join(this.workerDir, 'held/build/go-on'), '');
  }
}

interface Surroundings {
  readonly desktop: Desktop;
  readonly trayHost: TrayHost;
  readonly master: RealMaster;
}

/** Starts the app without a window; comes back while it builds, until `master.goOn()`. */
export async function buildingInTray({ desktop, trayHost, master }: Surroundings) {
  const app = await desktop.launch('--hidden');
  await master.attached();
  const icon = await trayHost.icon();
  const running = await master.startHeldBuild();
  await expect.poll(() => icon.tooltip()).toContain('Building held');
  return { app, child: app.process(), icon, running };
}

/** `master` comes with a worker's directory that the app finds in its settings. */
export const test = base.extend<{ master: RealMaster }>({
  master: async ({ desktop }, use) => {
    const master = new RealMaster(await InteropRig.withMasterOnly('life'));
    await master.rig.makeDir(CANDIDATE, 'python');
    desktop.saveSettings({ workers: [{ basedir: master.workerDir }] });
    await use(master);
    await desktop.endApps();
    expect(await master.rig.stop()).toEqual([]);
  },
});
