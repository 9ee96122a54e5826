import type { program as english } from '../../en/cli/program.ts';

export const program: typeof english = {
  description: 'Ein Buildbot-Worker ohne Fenster',
  version: 'die Versionen ausgeben',
  help: 'die Hilfe ausgeben',
  afterHelp:
    'Jeder Befehl hat ein eigenes --help. Exit-Code: 0 erledigt, 1 gescheitert, 2 falscher Aufruf. Für Skripte, die buildbot-worker erwarten, darf --verbose vor dem Befehl stehen; es ändert nichts.',
  headings: {
    'Usage:': 'Aufruf:',
    'Arguments:': 'Argumente:',
    'Options:': 'Optionen:',
    'Commands:': 'Befehle:',
  },
  helpOfCommand: 'die Hilfe eines Befehls ausgeben',
  withDefault: (text, byDefault) => `${text} (Vorgabe: ${byDefault})`,
  exitStatus: (ok, failed) => `Exit-Code 0: ${ok}. 1: ${failed}.`,
  defect: 'Das ist ein Fehler in Buildtray; bitte melden Sie ihn.',
  notUtf8: (word) =>
    `»${word}« enthält Bytes, die kein UTF-8 sind, und würde eine andere Datei benennen; geben Sie ihr einen anderen Namen, oder verwenden Sie einen Link.`,
  outputLost: (reason) => `Die Standardausgabe kann nicht geschrieben werden: ${reason}.`,
  usage: {
    unknownCommand: (command) => `unbekannter Befehl »${command}«`,
    unknownOption: (option) => `unbekannte Option »${option}«`,
    didYouMean: (sentence, word) => `${sentence}. Meinten Sie ${word}?`,
    missingArgument: (argument) => `das Argument »${argument}« fehlt`,
    missingValue: (option) => `die Option »${option}« braucht einen Wert`,
    tooManyArguments: 'zu viele Argumente',
    wrongArgument: (value, argument, choices) =>
      `»${value}« ist kein gültiger Wert für ${argument}: möglich sind ${choices}.`,
    changesNothing: (word) => `»${word}« ändert nichts; schreiben Sie NAME=WERT.`,
    namedTwice: (name) => `${name} ist doppelt angegeben.`,
    notTogether: (one, other) => `${one} und ${other} können nicht zusammen angegeben werden.`,
  },
};
