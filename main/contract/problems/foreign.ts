import { text } from './facts.ts';

/** What others say, quoted as it is: the last resort, where no problem of this program fits. */
export const foreign = {
  message: { message: text },
  /** A problem of another version of Buildtray. */
  unknownKey: { key: text, facts: text },
};
