export const completion = {
  help: {
    summary: 'print the completion script for a shell',
    about: [
      'For bash, put source <(buildtray completion bash) into the start-up file of the shell; for zsh, do the same with zsh, after compinit; for fish, put buildtray completion fish | source there.',
    ],
    args: { shell: 'bash, zsh or fish' },
    options: {},
    exit: { ok: 'it was printed', failed: 'never' },
  },
};
