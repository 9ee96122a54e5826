/** One thing that is reported to the master of a running command; order is the order in its log. */
export type Update =
  | {
      readonly kind: 'text';
      readonly stream: 'stdout' | 'stderr' | 'header';
      readonly lines: Lines;
    }
  | { readonly kind: 'log'; readonly logName: string; readonly lines: Lines }
  | { readonly kind: 'value'; readonly key: string; readonly value: UpdateValue };

/**
 * Whole lines of text.
 *
 * Shape:  `utf8` is valid UTF-8 and ends with a newline. `arrivals` holds when the lines came, one entry
 *         per run of lines that came together, in order.
 * Units:  `endByte` is the offset in `utf8` after the run; `timeSeconds` is since 1970.
 */
export interface Lines {
  readonly utf8: Uint8Array;
  readonly arrivals: readonly { readonly endByte: number; readonly timeSeconds: number }[];
}

/**
 * `float` marks a number the master expects as a float even when it is whole; `tuple` a Python tuple.
 * Bigints are integers that a double cannot hold.
 */
export type UpdateValue =
  | null
  | number
  | bigint
  | string
  | readonly UpdateValue[]
  | { readonly float: number }
  | { readonly tuple: readonly UpdateValue[] };
