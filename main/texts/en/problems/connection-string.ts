import type { WordsOf } from '../../problem-words.ts';

/** What is wrong with a Twisted connection string. */
export const connectionString: WordsOf<'connectionString'> = {
  beginsOtherwise: ({ text, endpoint }) =>
    `The connection string "${text}" begins with "${endpoint}"; Buildtray knows tcp:, tls:, ssl: and unix:.`,
  lacksPath: ({ text }) => `The connection string "${text}" lacks the path of the UNIX socket.`,
  lacksHost: ({ text }) => `The connection string "${text}" lacks the master's host.`,
  needsPort: ({ text, port }) =>
    `The connection string "${text}" needs a port from 1 to 65535, not "${port}".`,
  needsTimeout: ({ text, timeout }) =>
    `The connection string "${text}" needs a timeout in seconds, not "${timeout}".`,
  endsInBackslash: ({ text }) =>
    `The connection string "${text}" ends with a lone backslash; write \\\\ for the character itself.`,
  hasUnknownSetting: ({ text, setting, known }) =>
    `The connection string "${text}" has the setting "${setting}", which does not exist; known are ${known}.`,
  hasTooMuch: ({ text, value }) =>
    `The connection string "${text}" has an unexpected "${value}"; write a colon inside a value as \\:.`,
  namesTwice: ({ text, setting }) => `The connection string "${text}" names the ${setting} twice.`,
  proxyUnusable: () => `The proxy's connection string cannot be used.`,
};
