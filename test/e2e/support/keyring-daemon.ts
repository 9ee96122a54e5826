import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';

/** A keyring on the session bus, open, empty and in a folder of its own. */
export class KeyringDaemon {
  readonly #daemon: ChildProcess;

  private constructor(daemon: ChildProcess) {
    this.#daemon = daemon;
  }

  /** Resolves when it answers. */
  static async start(home: string): Promise<KeyringDaemon> {
    const runtimeDir = path.join(home, 'run');
    fs.mkdirSync(runtimeDir, { mode: 0o700, recursive: true });
    const args = ['--foreground', '--unlock', '--components=secrets', '--control-directory'];
    const daemon = spawn('gnome-keyring-daemon', [...args, runtimeDir], {
      env: { ...process.env, HOME: home, XDG_DATA_HOME: path.join(home, 'data') },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    daemon.stdin?.end('for tests');
    // It prints where it listens once it does.
    if (daemon.stdout) await once(daemon.stdout, 'data');
    return new KeyringDaemon(daemon);
  }

  async stop(): Promise<void> {
    if (this.#daemon.exitCode !== null) return;
    const exit = once(this.#daemon, 'exit');
    this.#daemon.kill();
    await exit;
  }
}
