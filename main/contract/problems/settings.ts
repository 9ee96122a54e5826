import { expected, place, text } from './facts.ts';

/** Settings that no worker can run with, wherever they stand. */
export const settings = {
  mustBe: { place, setting: text, expected },
  refused: { setting: text, expected },
  unknownEncoding: { name: text },
  nameHasColon: { workerName: text, protocol: text },
};
