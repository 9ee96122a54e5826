import type { WordsOf } from '../../problem-words.ts';

export const connectionString: WordsOf<'connectionString'> = {
  beginsOtherwise: ({ text, endpoint }) =>
    `Die Verbindungszeichenfolge „${text}“ beginnt mit „${endpoint}“; Buildtray kennt tcp:, tls:, ssl: und unix:.`,
  lacksPath: ({ text }) =>
    `In der Verbindungszeichenfolge „${text}“ fehlt der Pfad des UNIX-Sockets.`,
  lacksHost: ({ text }) => `In der Verbindungszeichenfolge „${text}“ fehlt der Host des Masters.`,
  needsPort: ({ text, port }) =>
    `Die Verbindungszeichenfolge „${text}“ braucht einen Port von 1 bis 65535, nicht „${port}“.`,
  needsTimeout: ({ text, timeout }) =>
    `Die Verbindungszeichenfolge „${text}“ braucht eine Wartezeit (timeout) in Sekunden, nicht „${timeout}“.`,
  endsInBackslash: ({ text }) =>
    `Die Verbindungszeichenfolge „${text}“ endet mit einem einzelnen Backslash; schreiben Sie \\\\ für das Zeichen selbst.`,
  hasUnknownSetting: ({ text, setting, known }) =>
    `In der Verbindungszeichenfolge „${text}“ steht die Einstellung „${setting}“, die es nicht gibt; bekannt sind ${known}.`,
  hasTooMuch: ({ text, value }) =>
    `In der Verbindungszeichenfolge „${text}“ ist „${value}“ zu viel; schreiben Sie einen Doppelpunkt innerhalb eines Wertes als \\:.`,
  namesTwice: ({ text, setting }) =>
    `In der Verbindungszeichenfolge „${text}“ steht „${setting}“ zweimal.`,
  proxyUnusable: () => `Die Verbindungszeichenfolge des Proxys lässt sich nicht verwenden.`,
};
