import type { completion as english } from '../../../en/cli/verbs/completion.ts';

export const completion: typeof english = {
  help: {
    summary: 'das Vervollständigungsskript für eine Shell ausgeben',
    about: [
      'In die Startdatei der bash gehört source <(buildtray completion bash), in die der zsh dasselbe mit zsh, nach compinit, in die der fish buildtray completion fish | source.',
    ],
    args: { shell: 'bash, zsh oder fish' },
    options: {},
    exit: { ok: 'es wurde ausgegeben', failed: 'nie' },
  },
};
