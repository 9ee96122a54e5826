import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { because, type Problem, problem } from '../../contract/problem.ts';
import { messageOf } from '../../lib/message-of.ts';
import { readProc } from '../../system/descriptors/read-proc.ts';
import type { Protection } from '../../worker-settings/rows/protection-levels.ts';
import { Enclosure } from './enclosure.ts';
import { fileViewFrom } from './file-view.ts';
import type { ProtectionLevel } from './protection-level.ts';
import { systemProgram } from './start-inside.ts';
import { systemFacts } from './view-facts.ts';

/** What an enclosure is made with, and the package that has it on most systems. */
const PROGRAMS: readonly (readonly [string, string])[] = [
  ['bwrap', 'bubblewrap'],
  ['nsenter', 'util-linux'],
  ['setpriv', 'util-linux'],
  ['env', 'coreutils'],
];
/** Lets bubblewrap alone make user namespaces; `docs/security.md` has its text. */
const APPARMOR_PROFILE = '/etc/apparmor.d/buildtray-bwrap';
const SETTINGS = '/proc/sys';
/** Settings of the kernel that forbid what an enclosure is made of, with the value that does. */
const FORBIDDING: readonly (readonly [string, string])[] = [
  ['kernel.unprivileged_userns_clone', '0'],
  ['user.max_user_namespaces', '0'],
];
const CONTAINER_SIGNS = ['/.dockerenv', '/run/.containerenv'];

/** Levels that this machine was seen to give. */
const given = new Set<ProtectionLevel>();

/** Why builds cannot have a level of protection on this machine, and what to do; undefined where they can. */
export async function protectionProblem(level: Protection): Promise<Problem | undefined> {
  if (level === 'open' || given.has(level)) return undefined;
  const cause = missingProblem() ?? (await trialProblem(level));
  if (cause) return because(problem('protection.cannotBeGiven', { level }), cause);
  given.add(level);
  return undefined;
}

function missingProblem(): Problem | undefined {
  if (process.platform !== 'linux') return problem('protection.notOnThisSystem');
  const [program, packages] = PROGRAMS.find(([name]) => !existsSync(systemProgram(name))) ?? [];
  if (program === undefined || packages === undefined) return undefined;
  return problem('protection.programMissing', { program, packages });
}

/** Whether it works shows only when it is tried. */
async function trialProblem(level: ProtectionLevel): Promise<Problem | undefined> {
  try {
    await runTrial(level);
    return undefined;
  } catch (error) {
    return problemOf(messageOf(error).trim());
  }
}

async function runTrial(level: ProtectionLevel): Promise<void> {
  const basedir = '/worker';
  const view = fileViewFrom({
    basedir,
    buildEntries: [],
    ...(await systemFacts(level)),
    resolverPath: undefined,
    added: [],
    home: { from: '/usr', at: `${basedir}/home` },
    passwdPath: '/etc/passwd',
  });
  const enclosure = await Enclosure.open(level, view);
  try {
    const { words, workdir, environment } = enclosure.startOf({
      words: [systemProgram('true')],
      workdir: basedir,
      environment: {},
    });
    const [file = '', ...args] = words;
    await promisify(execFile)(file, args, { cwd: workdir, env: environment });
  } finally {
    await enclosure.end();
  }
}

/** What is known to forbid it, or else what the programs complain about. */
function problemOf(reason: string): Problem {
  if (settingOf('kernel.apparmor_restrict_unprivileged_userns') === '1' && !isRoot())
    return problem('protection.forbiddenByAppArmor', { profilePath: APPARMOR_PROFILE });
  const setting = FORBIDDING.find(([name, value]) => settingOf(name) === value)?.[0];
  if (setting !== undefined) return problem('protection.namespacesOff', { setting });
  if (CONTAINER_SIGNS.some(existsSync)) return problem('protection.insideContainer', { reason });
  return problem('protection.refused', { reason });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function settingOf(name: string): string | undefined {
  try {
    return readProc(`${SETTINGS}/${name.replaceAll('.', '/')}`).trim();
  } catch {
    return undefined;
  }
}
