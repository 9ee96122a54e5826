import { Enclosure } from './enclosure.ts';
import { fileViewFrom } from './file-view.ts';
import type { ProtectionSettings } from './protection-level.ts';
import { viewFacts } from './view-facts.ts';

/** Whose commands are enclosed. Read at each opening, so that changed settings apply. */
export interface EnclosedBuilder {
  readonly basedir: string;
  readonly builddir: string;
  /** As `Enclosure.open` has it. */
  readonly mark: Readonly<Record<string, string>>;
  readonly settings: Pick<ProtectionSettings, 'protection' | 'protectionPaths'>;
}

/**
 * The enclosure of one builder: opened for the first command of a build and shared by those that follow, so
 * that what one of them starts in the background, or keeps in `/tmp`, is there for the next.
 */
export class BuilderEnclosure {
  readonly #builder: () => EnclosedBuilder;
  #current: Promise<Enclosure> | undefined;

  constructor(builder: () => EnclosedBuilder) {
    this.#builder = builder;
  }

  /** Whether commands are enclosed, as the settings are now. */
  get isWanted(): boolean {
    return this.#builder().settings.protection !== 'open';
  }

  get isOpen(): boolean {
    return this.#current !== undefined;
  }

  /**
   * For a command, which leaves it at its end; undefined where builds run in the open.
   *
   * Errors: rejects where it cannot be made, also with the file system's error for the base directory.
   */
  async enter(): Promise<Enclosure | undefined> {
    const { settings, mark, ...place } = this.#builder();
    const level = settings.protection;
    if (level === 'open') return undefined;
    for (;;) {
      this.#current ??= viewFacts({ ...place, level, settings }).then((facts) =>
        Enclosure.open(level, fileViewFrom(facts), mark),
      );
      const current = this.#current;
      const enclosure = await current.catch((error: unknown) => {
        this.#forget(current);
        throw error;
      });
      if (!enclosure.isOver) {
        enclosure.enter();
        return enclosure;
      }
      this.#forget(current);
    }
  }

  /** Ends what runs in it once no command is in it; undefined where there is nothing to wait for. */
  end(): Promise<void> | undefined {
    const ending = this.#current;
    this.#current = undefined;
    return ending?.then(
      (enclosure) => enclosure.end(),
      () => undefined,
    );
  }

  /** It has ended by itself, or could not be made: the next command gets another. */
  #forget(one: Promise<Enclosure>): void {
    if (this.#current === one) this.#current = undefined;
  }
}
