/**
 * The names of the contract's entries by their subjects, each with its direction: all that a window's
 * preload has to know. It receives them as an argument, so that no shape is loaded into the window.
 */
export type Channels = Readonly<Record<string, Readonly<Record<string, 'call' | 'event'>>>>;

type Entries = Readonly<
  Record<string, Readonly<Record<string, { readonly direction: 'call' | 'event' }>>>
>;

const PREFIX = '--buildtray-channels=';

/** The argument by which main passes the channels to a window. */
export function channelsArgument(contract: Entries): string {
  const channels: Channels = mapped(contract, (entries) =>
    mapped(entries, ({ direction }) => direction),
  );
  return `${PREFIX}${JSON.stringify(channels)}`;
}

/** The channels among a window's arguments; none where main passed none. */
export function channelsIn(argv: readonly string[]): Channels {
  const argument = argv.find((word) => word.startsWith(PREFIX));
  return argument === undefined ? {} : JSON.parse(argument.slice(PREFIX.length));
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
