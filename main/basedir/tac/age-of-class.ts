/** The modules that worker classes have come from, the oldest first. */
const TAC_AGES = ['buildbot.slave.bot', 'buildslave.bot', 'buildbot_worker.bot'] as const;
export type TacAge = (typeof TAC_AGES)[number];

/** Where a class comes from, by its full name; undefined when it is no worker's class. */
export function ageOfClass(name: string): TacAge | undefined {
  const parts = name.split('.');
  const className = parts.at(-1);
  if (className !== 'Worker' && className !== 'BuildSlave') return undefined;
  if (parts.length === 1) return className === 'Worker' ? 'buildbot_worker.bot' : 'buildslave.bot';
  const packageName = name.startsWith('buildbot.slave.') ? 'buildbot.slave' : parts[0];
  return TAC_AGES.find((age) => age === `${packageName}.bot`);
}
