import { TAC_AGES, type TacAge } from './tac-reading.ts';

/** Where a class comes from, by its full name; undefined when it is no worker's class. */
export function ageOfClass(name: string): TacAge | undefined {
  const parts = name.split('.');
  const className = parts.at(-1);
  if (className !== 'Worker' && className !== 'BuildSlave') return undefined;
  if (parts.length === 1) return className === 'Worker' ? 'buildbot_worker.bot' : 'buildslave.bot';
  const packageName = name.startsWith('buildbot.slave.') ? 'buildbot.slave' : parts[0];
  return TAC_AGES.find((age) => age === `${packageName}.bot`);
}
