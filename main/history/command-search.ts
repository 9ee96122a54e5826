import type { BuildDetails } from '../contract/builds/build-history.ts';
import type { HistoryFile, LinePlace } from './history-file.ts';
import { parseHistoryLine } from './history-line.ts';

/** Builds by their ids, each with its place in the file unless it is not there. */
export type Places = ReadonlyMap<string, { readonly place: LinePlace | undefined }>;

/**
 * Looks for a text in the commands of every build in a file, in one pass however many there are. What was
 * looked at stays known until another text is asked for: builds in the file do not change.
 */
export class CommandSearch {
  readonly #file: Pick<HistoryFile, 'scan'>;
  #text = '';
  /** Places are made again when a line moves, and forgotten with it. */
  #known = new WeakMap<LinePlace, boolean>();

  constructor(file: Pick<HistoryFile, 'scan'>) {
    this.#file = file;
  }

  /**
   * Where the text, which is in lower case, is found. Errors: those of the file system.
   *
   * `builds` is asked before and after the file is read, which may show that it has changed.
   */
  async look(
    text: string,
    builds: () => Places,
  ): Promise<(place: LinePlace | undefined) => boolean> {
    if (text !== this.#text) this.#known = new WeakMap();
    this.#text = text;
    const known = this.#known;
    if (placesOf(builds()).some((place) => !known.has(place)))
      await this.#scan(text, known, builds);
    return (place) => place !== undefined && known.get(place) === true;
  }

  async #scan(
    text: string,
    known: WeakMap<LinePlace, boolean>,
    builds: () => Places,
  ): Promise<void> {
    const read = new Set<string>();
    const found = new Set<string>();
    const escaped = JSON.stringify(text).slice(1, -1);
    await this.#file.scan((line) => {
      const id = /"id":"([^"]+)"/.exec(line)?.[1];
      if (id === undefined) return;
      read.add(id);
      // Most lines are not worth being parsed.
      if (line.toLowerCase().includes(escaped) && commandsHold(parseHistoryLine(line), text)) {
        found.add(id);
      }
    });
    for (const [id, { place }] of builds()) {
      // What has come meanwhile is looked at next time.
      if (place && read.has(id)) known.set(place, found.has(id));
    }
  }
}

/** Whether a command of a build holds a text, which is in lower case. */
export function commandsHold(build: BuildDetails | undefined, text: string): boolean {
  return build?.commands.some((command) => textOf(command).includes(text)) ?? false;
}

function placesOf(builds: Places): readonly LinePlace[] {
  return [...builds.values()].flatMap(({ place }) => place ?? []);
}

function textOf({
  name,
  summary,
  argv = [],
  workdir = '',
}: BuildDetails['commands'][number]): string {
  return [name, summary, ...argv, workdir].join('\n').toLowerCase();
}
