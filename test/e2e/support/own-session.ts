import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A screen and a session bus of a test's own, which it ends as it likes. */
export class OwnSession {
  readonly env: Readonly<Record<string, string>>;
  readonly #screen: ChildProcess;
  readonly #bus: ChildProcess;

  private constructor(screen: ChildProcess, bus: ChildProcess, env: OwnSession['env']) {
    this.#screen = screen;
    this.#bus = bus;
    this.env = env;
  }

  static async start(): Promise<OwnSession> {
    const size = ['-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
    const screen = spawn('Xvfb', ['-displayfd', '1', ...size], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const words = ['--session', '--nofork', '--nopidfile', '--print-address=1'];
    const bus = spawn('dbus-daemon', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    return new OwnSession(screen, bus, {
      DISPLAY: `:${await firstLine(screen.stdout)}`,
      DBUS_SESSION_BUS_ADDRESS: await firstLine(bus.stdout),
    });
  }

  loseScreen(): Promise<void> {
    return kill(this.#screen);
  }

  loseBus(): Promise<void> {
    return kill(this.#bus);
  }

  async end(): Promise<void> {
    await this.loseScreen();
    await this.loseBus();
  }
}

async function firstLine(stream: Readable): Promise<string> {
  const [line] = await once(createInterface(stream), 'line');
  return String(line);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
