import type { Origin } from '../../../contract/problems/facts.ts';
import type { OwnEffect, PlaceRemedy, Substitute } from '../../../contract/problems/tac.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

export const tac: WordsOf<'tac'> = {
  unusable: ({ path }) => `${path} cannot be used.`,
  tooLarge: ({ path }) => `${path} is too large to be a worker's settings.`,
  lacksSign: ({ path }) =>
    `Cannot write ${path}: it is in the encoding latin-1, which lacks a character of the new value; save the file as UTF-8 first.`,
  noWorkerInText: () => 'There is no worker in this text.',

  hasNoWorker: ({ path }) =>
    `${path} creates no worker; a line such as \`s = Worker(…)\` is needed.`,
  hasSeveralWorkers: ({ path, count, lines }) =>
    `${path} creates ${count} workers (lines ${lines}), and Buildtray runs one per directory; give each worker a directory of its own.`,
  hasEitherWorker: ({ path, lines, keyword }) =>
    `${path} creates one of several workers (lines ${lines}), and \`${keyword}\` decides which; Buildtray does not run code: keep the one that this machine needs, and remove the others.`,
  hidesWorker: ({ place, keyword }) =>
    `${placeText(place)} creates the worker inside \`${keyword}\`, and Buildtray does not run code; move the call to the top level of the file.`,
  endsItself: ({ place, code }) =>
    `${placeText(place)} ends the file (\`${code}\`), which means that its worker is not to run; remove the line, or comment it out, to run it.`,
  mayEndItself: ({ place, code, keyword }) =>
    `${placeText(place)} ends the file inside \`${keyword}\` (\`${code}\`), and Buildtray, which does not run code, cannot know whether the worker is to run; remove the line, or comment it out, to run it.`,
  addsNoWorker: ({ place }) =>
    `${placeText(place)} creates the worker, but no line adds it to the application, which means that it is not to run; add a line such as \`s.setServiceParent(application)\` to run it.`,
  mayAddNoWorker: ({ place, keyword }) =>
    `${placeText(place)} adds the worker to the application inside \`${keyword}\`, and Buildtray, which does not run code, cannot know whether it is to run; move the line to the top level of the file.`,
  changesEnvironment: ({ place, names }) =>
    `${placeText(place)} changes the environment of builds (${names}), which is not applied; turn on buildtray_tac_environment, “Environment from buildbot.tac”, to apply it.`,
  doesMoreThanSet: ({ place, code, effect }) =>
    `${placeText(place)} ${effectText(effect)} (\`${code}\`); Buildtray does not run code, so this is not done.`,
  doesMore: ({ path, count }) => `${path} does ${count} more things that Buildtray does not do.`,
  rotatesDaily: ({ place }) =>
    `${placeText(place)}: the log is rotated daily; Buildtray rotates by size, as it does when nothing is set.`,
  hasUnknownArgument: ({ place, argument }) =>
    `${placeText(place)}: the worker takes no argument ${argument}; it is ignored.`,
  hasUnknownPosition: ({ place, position }) =>
    `${placeText(place)}: the worker takes no argument number ${position}; it is ignored.`,
  isNoPython: ({ place }) => `${placeText(place)}: this is not valid Python; the line is ignored.`,

  lacks: ({ path, setting }) =>
    `${path}: ${setting} is not passed to the worker; add it to the call.`,
  hasNone: ({ place, setting }) =>
    `${placeText(place)}: ${setting} is None; write the value there.`,
  lacksPassword: ({ place }) =>
    `${placeText(place)}: passwd is empty; write the password there, or enter it in the app's settings.`,
  namesTwoWays: ({ place, setting }) =>
    `${placeText(place)}: ${setting} and connection_string cannot be used together; set one of them to None.`,
  computes: ({ place, setting, code }) =>
    `${placeText(place)}: ${setting} is computed by code (\`${code}\`), which Buildtray does not run; write the value as a literal.`,
  computesPassword: ({ place, code }) =>
    `${placeText(place)}: passwd is computed by code (\`${code}\`), which Buildtray does not run; write the value as a literal, or enter it in the app's settings, which need a keyring for that.`,
  computesInstead: ({ place, setting, code, used }) =>
    `${placeText(place)}: ${setting} is computed by code (\`${code}\`), which Buildtray does not run; ${substituteText(used)} is used instead.`,
  lacksOrigin: ({ place, setting, origin }) =>
    `${placeText(place)}: ${setting} comes from ${originText(origin)}.`,
  lacksOriginInstead: ({ place, setting, origin, used }) =>
    `${placeText(place)}: ${setting} comes from ${originText(origin)}; ${substituteText(used)} is used instead.`,
  expectsInstead: ({ place, setting, expected, used }) =>
    `${placeText(place)}: ${setting} must be ${expectedText(expected)}; ${substituteText(used)} is used instead.`,

  keepsComputed: ({ place, setting, code }) =>
    `${placeText(place)}: ${setting} is computed by code (\`${code}\`) and can only be changed there.`,
  cannotBeEdited: ({ path }) =>
    `${path} holds its settings in a way that Buildtray cannot edit safely; change it by hand.`,
  lacksPlace: ({ path, setting, remedy }) =>
    `${path} has no place for ${setting}; ${remedyText(remedy)}.`,
};

/** What a line does, in words after its place. */
function effectText(effect: OwnEffect): string {
  switch (effect) {
    case 'environment':
      return 'changes the environment by code';
    case 'umask':
      return 'sets the umask, for which there is the setting umask';
    case 'priority':
      return 'changes the priority of the process';
    case 'directory':
      return 'changes the current directory';
    case 'limits':
      return 'changes the limits of the process';
    case 'user':
      return 'changes the user or the session of the process';
    case 'command':
      return 'runs or ends a program';
    case 'service':
      return 'starts a service besides the worker';
    case 'log':
      return 'writes the log in a way of its own';
    case 'import':
      return 'imports a module of your own, which may do anything';
    case 'code':
      return 'runs code of its own';
    default:
      return assertNever(effect);
  }
}

/** Where a value was expected that is not there. */
function originText({ kind, name }: Origin): string {
  switch (kind) {
    case 'variable':
      return `the environment variable ${name}, which is not set where Buildtray was started`;
    case 'file':
      return `the file ${name}, which cannot be read`;
    default:
      return assertNever(kind);
  }
}

/** What is used in the place of a value that cannot be used. */
function substituteText(used: Substitute): string {
  switch (used.kind) {
    case 'default':
      return `the default (${used.value})`;
    case 'own-directory':
      return "the file's own directory";
    default:
      return assertNever(used);
  }
}

/** What to do so that the file gets a place for a setting, in words after a semicolon. */
function remedyText(remedy: PlaceRemedy): string {
  switch (remedy) {
    case 'upgrade':
      return 'the file was written for an older worker: upgrade it first';
    case 'name-in-log-block':
      return 'name it in its log block first';
    case 'add-application':
      return "it has no log block, and none can be added without a line `application = service.Application('buildbot-worker')`";
    default:
      return assertNever(remedy);
  }
}
