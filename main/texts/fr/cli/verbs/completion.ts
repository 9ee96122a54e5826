import type { completion as english } from '../../../en/cli/verbs/completion.ts';

export const completion: typeof english = {
  help: {
    summary: 'afficher le script de complétion pour un shell',
    about: [
      'Pour bash, mettez source <(buildtray completion bash) dans le fichier de démarrage du shell ; pour zsh, faites de même avec zsh, après compinit ; pour fish, mettez-y buildtray completion fish | source.',
    ],
    args: { shell: 'bash, zsh ou fish' },
    options: {},
    exit: { ok: 'il a été affiché', failed: 'jamais' },
  },
};
