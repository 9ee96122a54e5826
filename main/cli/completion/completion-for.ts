import type { Words } from '../../texts/words.ts';
import type { Verb } from '../program/verb.ts';
import { bashCompletion } from './bash-completion.ts';
import { fishCompletion } from './fish-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script that completes our words in a shell. */
export function completionFor(shell: Shell, verbs: readonly Verb[], words: Words): string {
  switch (shell) {
    case 'bash':
      return bashCompletion(verbs);
    case 'zsh':
      return zshCompletion(verbs, words);
    case 'fish':
      return fishCompletion(verbs, words);
  }
}
