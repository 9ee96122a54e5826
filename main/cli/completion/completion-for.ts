import { UsageError } from '../program/usage-error.ts';
import { bashCompletion } from './bash-completion.ts';
import { fishCompletion } from './fish-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

/** The script that completes our words in a shell. Errors: UsageError for a shell we do not know. */
export function completionFor(shell: string): string {
  switch (shell) {
    case 'bash':
      return bashCompletion();
    case 'zsh':
      return zshCompletion();
    case 'fish':
      return fishCompletion();
    default:
      throw new UsageError(`there is no completion for '${shell}': bash, zsh and fish have one.`);
  }
}
