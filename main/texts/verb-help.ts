/** What the help, the manual and the shells' completion show about one command. */
export interface VerbHelp {
  /** A few words, such as `stop the worker of a directory`. */
  readonly summary: string;
  /** More, a paragraph each. */
  readonly about: readonly string[];
  readonly args: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** What exit status 0 and 1 mean; wrong usage is 2 everywhere. */
  readonly exit: { readonly ok: string; readonly failed: string };
}
