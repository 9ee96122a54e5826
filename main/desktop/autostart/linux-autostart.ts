import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../contract/language.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { codeOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { readWhole } from '../../system/opening/read-whole.ts';
import { replaceFile } from '../../system/writing/replace-file.ts';
import { textsIn } from '../../texts/texts.ts';
import { type Autostart, HIDDEN_OPTION, type StartCommand } from './autostart.ts';

/** The desktop's programs read it, as everybody may; the umask takes from it what it takes. */
const ENTRY_MODE = 0o666;
/** Far more than a desktop writes into one. */
const MAX_ENTRY_BYTES = 64 * 1024;

/**
 * An entry in the desktop's folder of what starts at login.
 *
 * Source: freedesktop.org, Desktop Application Autostart Specification and Desktop Entry Specification.
 */
export class LinuxAutostart implements Autostart {
  readonly #path: string;
  readonly #dir: string;
  readonly #command: StartCommand;

  /** `configDir` is the user's folder of configurations, `~/.config` mostly. */
  constructor(configDir: string, command: StartCommand) {
    this.#dir = join(configDir, 'autostart');
    this.#path = join(this.#dir, 'buildtray.desktop');
    this.#command = command;
  }

  /** Desktops turn an entry off by a line in it rather than by removing it. */
  async isOn(): Promise<boolean> {
    try {
      const entry = (await readWhole(this.#path, MAX_ENTRY_BYTES)).toString('utf8');
      return !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
    } catch {
      return false;
    }
  }

  async turnOn(isHidden: boolean): Promise<Outcome<void, Problem>> {
    const words = isHidden ? [...this.#command, HIDDEN_OPTION] : this.#command;
    try {
      await mkdir(this.#dir, { recursive: true });
      await replaceFile(this.#path, entryFor(words), { newMode: ENTRY_MODE });
      return succeeded(undefined);
    } catch (error) {
      return failed(
        problem('files.cannotWrite', { path: this.#path, reason: fileReasonOf(error) }),
      );
    }
  }

  async turnOff(): Promise<Outcome<void, Problem>> {
    try {
      await rm(this.#path);
      return succeeded(undefined);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return succeeded(undefined);
      return failed(
        problem('files.cannotRemove', { path: this.#path, reason: fileReasonOf(error) }),
      );
    }
  }
}

function entryFor(words: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Buildtray',
    ...LANGUAGES.map((language) => commentIn(language)),
    `Exec=${words.map(quoted).join(' ')}`,
    'Icon=buildtray',
    'Terminal=false',
  ];
  return `${lines.join('\n')}\n`;
}

/** The key without a language counts where none fits. */
function commentIn(language: Language): string {
  const key = language === 'en' ? 'Comment' : `Comment[${language}]`;
  return `${key}=${textsIn(language).preferences.startEntry}`;
}

/** A word of `Exec`: first quoted as an argument, then escaped as a string of the file. */
function quoted(word: string): string {
  const argument = `"${word.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return argument.replaceAll('\\', String.raw`\\`).replaceAll('%', '%%');
}
