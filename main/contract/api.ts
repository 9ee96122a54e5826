import type { z } from 'zod';
import type { contract } from './contract.ts';
import type { Announcement, Call } from './entries.ts';

type Contract = typeof contract;

/** What a window finds as `window.buildtray`: a function per entry of the contract. */
export type BuildtrayApi = {
  readonly [Subject in keyof Contract]: {
    readonly [Name in keyof Contract[Subject]]: ApiFunction<Contract[Subject][Name]>;
  };
};

/** A call asks main; an announcement takes a listener and gives back what removes it. */
export type ApiFunction<Entry> =
  Entry extends Call<infer Argument, infer Result>
    ? (argument: z.infer<Argument>) => Promise<Result>
    : Entry extends Announcement<infer Payload>
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
    ? (argument: z.infer<Argument>) => Result | Promise<Result>
    : never;

type CallNames<Entries> = {
  [Name in keyof Entries]: Entries[Name] extends { readonly direction: 'call' } ? Name : never;
}[keyof Entries];

type Keep<Key, Names> = [Names] extends [never] ? never : Key;

/** What each announcement carries, by its channel, such as `app.changed`. */
export type EventPayloads = {
  readonly [Entry in Flat as Entry['payload'] extends never
    ? never
    : Entry['channel']]: Entry['payload'];
};

type Flat = {
  [Subject in keyof Contract]: {
    [Name in keyof Contract[Subject]]: {
      readonly channel: `${Subject & string}.${Name & string}`;
      readonly payload: Contract[Subject][Name] extends Announcement<infer Payload>
        ? Payload
        : never;
    };
  }[keyof Contract[Subject]];
}[keyof Contract];

/** What a window finds as `window.buildtrayFiles`, besides what main answers. */
export interface BuildtrayFiles {
  /** Where a dropped file or directory lies; undefined where it is unknown. */
  readonly pathOf: (file: unknown) => string | undefined;
}

/** The name under which the preload puts it into a window. */
export const FILES_NAME = 'buildtrayFiles';
