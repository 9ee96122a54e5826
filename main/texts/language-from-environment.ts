import type { Language } from '../contract/language.ts';
import { languageFrom } from './texts.ts';

/** The variables that decide on the language of messages, the strongest first. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language that a POSIX environment asks for, such as `LANG=de_AT.UTF-8`.
 *
 * Shape:  English where nothing, `C`, `POSIX` or a language without a catalogue is asked for.
 */
export function languageFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Language {
  // An empty variable counts as one that is not set.
  const locale = VARIABLES.map((name) => env[name]).find(Boolean) ?? '';
  const [tag = ''] = locale.split(/[.@]/);
  return languageFrom('system', tag);
}
