import type { connectionStrings as english } from '../../../lib/sentences/connection-strings.ts';

export const connectionStrings: typeof english = {
  stringBeginsOtherwise: (text, kind) =>
    `Die Verbindungszeichenkette „${text}“ beginnt mit „${kind}“; Buildtray kennt tcp:, tls:, ssl: und unix:.`,
  stringLacksPath: (text) =>
    `In der Verbindungszeichenkette „${text}“ fehlt der Pfad des UNIX-Sockets.`,
  stringLacksHost: (text) => `In der Verbindungszeichenkette „${text}“ fehlt der Host des Masters.`,
  stringNeedsPort: (text, port) =>
    `Die Verbindungszeichenkette „${text}“ braucht einen Port von 1 bis 65535, nicht „${port}“.`,
  stringNeedsTimeout: (text, timeout) =>
    `Die Verbindungszeichenkette „${text}“ braucht eine Wartezeit (timeout) in Sekunden, nicht „${timeout}“.`,
  stringEndsInBackslash: (text) =>
    `Die Verbindungszeichenkette „${text}“ endet mit einem einzelnen Backslash; schreiben Sie \\\\ für das Zeichen selbst.`,
  stringHasUnknownSetting: (text, setting, known) =>
    `In der Verbindungszeichenkette „${text}“ steht die Einstellung „${setting}“, die es nicht gibt; bekannt sind ${known}.`,
  stringHasTooMuch: (text, value) =>
    `In der Verbindungszeichenkette „${text}“ ist „${value}“ zu viel; schreiben Sie einen Doppelpunkt innerhalb eines Wertes als \\:.`,
  stringNamesTwice: (text, setting) =>
    `In der Verbindungszeichenkette „${text}“ steht ${setting} zweimal.`,
  proxyStringUnusable: (why) =>
    `Die Verbindungszeichenkette des Proxys ist nicht zu verwenden. ${why}`,
};
