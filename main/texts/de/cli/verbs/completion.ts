import type { completion as english } from '../../../en/cli/verbs/completion.ts';

export const completion: typeof english = {
  help: {
    summary: 'das Skript ausgeben, das diese Wörter in einer Shell vervollständigt',
    about: [
      'Etwa source <(buildtray completion bash) in der Startdatei der Shell, in der zsh nach compinit; in der fish buildtray completion fish | source.',
    ],
    args: { shell: 'bash, zsh oder fish' },
    options: {},
    exit: { ok: 'es wurde ausgegeben', failed: 'nie' },
  },
};
