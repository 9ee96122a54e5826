import type { contract } from './contract.ts';
import type { Call, Event } from './entries.ts';

type Contract = typeof contract;

/** What a window finds as `window.buildtray`: a function per entry of the contract. */
export type BuildtrayApi = {
  readonly [Subject in keyof Contract]: {
    readonly [Name in keyof Contract[Subject]]: ApiFunction<Contract[Subject][Name]>;
  };
};

/** A call asks main; an event takes a listener and gives back what removes it. */
export type ApiFunction<Entry> =
  Entry extends Call<infer Argument, infer Result>
    ? (argument: Argument) => Promise<Result>
    : Entry extends Event<infer Payload>
      ? (listener: (payload: Payload) => void) => () => void
      : never;

/** The name under which the preload puts it into a window. */
export const API_NAME = 'buildtray';

/** Who answers the windows' calls, in main. */
export type ContractHandlers = {
  readonly [Subject in keyof Contract as Keep<Subject, CallNames<Contract[Subject]>>]: {
    readonly [Name in CallNames<Contract[Subject]>]: Handler<Contract[Subject][Name]>;
  };
};

type Handler<Entry> =
  Entry extends Call<infer Argument, infer Result>
    ? (argument: Argument) => Result | Promise<Result>
    : never;

type CallNames<Entries> = {
  [Name in keyof Entries]: Entries[Name] extends { readonly direction: 'call' } ? Name : never;
}[keyof Entries];

type Keep<Key, Names> = [Names] extends [never] ? never : Key;

/** Channels by direction, such as `app.snapshot`, with what they carry. */
export type CallArguments = {
  readonly [Entry in Flat as Entry['direction'] extends 'call' ? Entry['channel'] : never]: Carried<
    Entry['entry']
  >;
};
export type EventPayloads = {
  readonly [Entry in Flat as Entry['direction'] extends 'event'
    ? Entry['channel']
    : never]: Carried<Entry['entry']>;
};

type Flat = {
  [Subject in keyof Contract]: {
    [Name in keyof Contract[Subject]]: {
      readonly channel: `${Subject & string}.${Name & string}`;
      readonly direction: Contract[Subject][Name] extends { readonly direction: infer Direction }
        ? Direction
        : never;
      readonly entry: Contract[Subject][Name];
    };
  }[keyof Contract[Subject]];
}[keyof Contract];

type Carried<Entry> =
  Entry extends Call<infer Argument, infer _Result>
    ? Argument
    : Entry extends Event<infer Payload>
      ? Payload
      : never;

/** What a window finds as `window.buildtrayFiles`, besides what main answers. */
export interface BuildtrayFiles {
  /** Where a dropped file or directory lies; undefined where that cannot be told. */
  readonly pathOf: (file: unknown) => string | undefined;
}

/** The name under which the preload puts it into a window. */
export const FILES_NAME = 'buildtrayFiles';
