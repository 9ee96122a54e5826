import { wordsOf } from './added-paths.ts';
import type { ProtectionSettings } from './protection-level.ts';
import { homeAt } from './view-facts.ts';

type Environment = Readonly<Record<string, string>>;

/** What programs need to find one another and to speak the user's language. */
const KEPT = new Set(['PATH', 'LANG', 'LANGUAGE', 'TZ', 'TERM', 'USER', 'LOGNAME', 'SHELL']);
const KEPT_SHAPE = /^LC_[A-Z]+$/;
const TEMPORARY_DIR = '/tmp';

/**
 * The environment of builds: in *open* all that is no secret, else what a list allows and the owner has
 * added, with the home and the place for temporary files that protected builds have.
 *
 * `filtered`: without secrets already, which therefore nobody can add.
 */
export function environmentForBuilds(
  filtered: Environment,
  { protection, protectionVariables, basedir }: ProtectionSettings & { readonly basedir: string },
): Record<string, string> {
  if (protection === 'open') return { ...filtered };
  const added = new Set(wordsOf(protectionVariables));
  const isAllowed = (name: string): boolean =>
    KEPT.has(name) || KEPT_SHAPE.test(name) || added.has(name);
  const kept = Object.entries(filtered).filter(([name]) => isAllowed(name));
  return { ...Object.fromEntries(kept), HOME: homeAt(basedir), TMPDIR: TEMPORARY_DIR };
}
