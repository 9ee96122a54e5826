import { text } from './facts.ts';

/** What is wrong with a Twisted connection string. */
export const connectionString = {
  beginsOtherwise: { text, endpoint: text },
  lacksPath: { text },
  lacksHost: { text },
  needsPort: { text, port: text },
  needsTimeout: { text, timeout: text },
  endsInBackslash: { text },
  hasUnknownSetting: { text, setting: text, known: text },
  hasTooMuch: { text, value: text },
  namesTwice: { text, setting: text },
  /** With a cause. */
  proxyUnusable: {},
};
