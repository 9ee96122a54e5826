import type { connectionStrings as english } from '../../../lib/sentences/connection-strings.ts';

export const connectionStrings: typeof english = {
  stringBeginsOtherwise: (text, kind) =>
    `Die Verbindungszeichenfolge „${text}“ beginnt mit „${kind}“; Buildtray kennt tcp:, tls:, ssl: und unix:.`,
  stringLacksPath: (text) =>
    `In der Verbindungszeichenfolge „${text}“ fehlt der Pfad des UNIX-Sockets.`,
  stringLacksHost: (text) => `In der Verbindungszeichenfolge „${text}“ fehlt der Host des Masters.`,
  stringNeedsPort: (text, port) =>
    `Die Verbindungszeichenfolge „${text}“ braucht einen Port von 1 bis 65535, nicht „${port}“.`,
  stringNeedsTimeout: (text, timeout) =>
    `Die Verbindungszeichenfolge „${text}“ braucht eine Wartezeit (timeout) in Sekunden, nicht „${timeout}“.`,
  stringEndsInBackslash: (text) =>
    `Die Verbindungszeichenfolge „${text}“ endet mit einem einzelnen Backslash; schreiben Sie \\\\ für das Zeichen selbst.`,
  stringHasUnknownSetting: (text, setting, known) =>
    `In der Verbindungszeichenfolge „${text}“ steht die Einstellung „${setting}“, die es nicht gibt; bekannt sind ${known}.`,
  stringHasTooMuch: (text, value) =>
    `In der Verbindungszeichenfolge „${text}“ ist „${value}“ zu viel; schreiben Sie einen Doppelpunkt innerhalb eines Wertes als \\:.`,
  stringNamesTwice: (text, setting) =>
    `In der Verbindungszeichenfolge „${text}“ steht „${setting}“ zweimal.`,
  proxyStringUnusable: (why) =>
    `Die Verbindungszeichenfolge des Proxys lässt sich nicht verwenden. ${why}`,
};
