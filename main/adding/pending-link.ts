/** The scheme of the links that administrators put into their mails. */
export const LINK_SCHEME = 'buildbot-worker';

/** Longer than any link with what a worker needs. */
const MOST_CHARACTERS = 2_100;

/** A link that was opened, until the window takes it. */
export class PendingLink {
  #link: string | undefined;

  /** Keeps the link among a program's arguments; answers whether there is one. */
  put(argv: readonly string[]): boolean {
    const link = argv.find((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`));
    if (link === undefined || link.length > MOST_CHARACTERS) return false;
    this.#link = link;
    return true;
  }

  take(): string | undefined {
    const link = this.#link;
    this.#link = undefined;
    return link;
  }
}
