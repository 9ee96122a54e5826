/** What the code of a file finds on the machine: nothing else of it is asked for. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's own directory, as a full path. */
  readonly home: string;
  /** The file itself, as a full path. */
  readonly tacPath: string;
  /** Files that were read before, by full path; undefined for one that cannot be read. */
  readonly files: ReadonlyMap<string, string | undefined>;
}
