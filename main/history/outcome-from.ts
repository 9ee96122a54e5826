import type { BuildOutcome, CommandRecord } from '../contract/builds/build-history.ts';
import type { CommandEnd } from '../contract/builds/work-event.ts';

/** Masters ask these to learn whether something is there; that it is not is an answer. */
const QUESTIONS: ReadonlySet<string> = new Set(['stat', 'listdir', 'glob']);

/** Whether a command failed. */
export function isFailure(name: string, end: CommandEnd): boolean {
  if (end.kind !== 'exited') return true;
  return end.rc !== undefined && end.rc !== 0 && !QUESTIONS.has(name);
}

/** How a build went whose commands have all ended. */
export function outcomeFrom(
  commands: readonly Pick<CommandRecord, 'end' | 'isFailure'>[],
): Exclude<BuildOutcome, 'running'> {
  if (commands.some(({ end }) => end === undefined || end.kind === 'dropped')) return 'lost';
  if (commands.some(({ end }) => end?.kind === 'interrupted')) return 'interrupted';
  return commands.some((command) => command.isFailure) ? 'errors' : 'ok';
}
