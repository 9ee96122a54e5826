/** What is wrong with a Twisted connection string. */
export const connectionStrings = {
  stringBeginsOtherwise: (text: string, kind: string) =>
    `The connection string "${text}" begins with "${kind}"; Buildtray knows tcp:, tls:, ssl: and unix:.`,
  stringLacksPath: (text: string) =>
    `The connection string "${text}" lacks the path of the UNIX socket.`,
  stringLacksHost: (text: string) => `The connection string "${text}" lacks the master's host.`,
  stringNeedsPort: (text: string, port: string) =>
    `The connection string "${text}" needs a port from 1 to 65535, not "${port}".`,
  stringNeedsTimeout: (text: string, timeout: string) =>
    `The connection string "${text}" needs a timeout in seconds, not "${timeout}".`,
  stringEndsInBackslash: (text: string) =>
    `The connection string "${text}" ends with a lone backslash; write \\\\ for the sign itself.`,
  stringHasUnknownSetting: (text: string, setting: string, known: string) =>
    `The connection string "${text}" has the setting "${setting}", which does not exist; known are ${known}.`,
  stringHasTooMuch: (text: string, value: string) =>
    `The connection string "${text}" has "${value}" too many; write a colon inside a value as \\:.`,
  stringNamesTwice: (text: string, setting: string) =>
    `The connection string "${text}" names the ${setting} twice.`,
  proxyStringUnusable: (why: string) => `The proxy's connection string cannot be used. ${why}`,
};
